# Written by layergen 0.1.0 from rms_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rms_norm")
class RMSNorm(keras.layers.Layer):
    """Divides the last axis by its root mean square.

    Args:
        epsilon: Float. Defaults to `1e-6`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = RMSNorm()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Zhang & Sennrich, 2019](https://arxiv.org/abs/1910.07467)
    """

    def __init__(self, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.scale = self.add_weight(
            name="scale", shape=(features,), initializer="ones"
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        return (
            inputs
            * ops.rsqrt(
                ops.mean(ops.square(inputs), axis=-1, keepdims=True)
                + self.epsilon
            )
            * self.scale
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"epsilon": self.epsilon}
        return {**super().get_config(), **config}
