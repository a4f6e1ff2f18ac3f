# Written by layergen 0.1.0 from finite_scalar_quantizer.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="finite_scalar_quantizer")
class FiniteScalarQuantizer(keras.layers.Layer):
    """Rounds each feature to a few levels; no codebook, nothing to learn (FSQ).

    Args:
        levels: Integer. An odd number of levels. Defaults to `5`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = FiniteScalarQuantizer()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Mentzer et al., 2024](https://arxiv.org/abs/2309.15505)
    """

    def __init__(self, levels=5, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(levels, int) or levels < 3:
            raise ValueError(
                "`levels` must be an integer of at least 3. Received: "
                f"levels={levels}"
            )
        if levels % 2 != 1:
            raise ValueError(
                f"`levels % 2 == 1` must hold. Received: levels={levels}"
            )
        self.levels = levels
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def call(self, inputs):
        half = (self.levels - 1) / 2
        bounded = half * ops.tanh(inputs)
        return (
            bounded + ops.stop_gradient(ops.round(bounded) - bounded)
        ) / half

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"levels": self.levels}
        return {**super().get_config(), **config}
