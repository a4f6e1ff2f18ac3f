# Written by layergen 0.1.0 from exponential_map.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="exponential_map")
class ExponentialMap(keras.layers.Layer):
    """From the tangent space at the origin into the Poincaré ball, or back.

    Args:
        curvature: Float. Defaults to `1.0`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        inverse: Whether to map from the ball to the tangent space. Defaults to
            `False`.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = ExponentialMap()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Ganea et al., 2018](https://arxiv.org/abs/1805.09112)
    """

    def __init__(self, curvature=1.0, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(curvature, (int, float)) or curvature < 0.001:
            raise ValueError(
                "`curvature` must be a number of at least 0.001. Received: "
                f"curvature={curvature}"
            )
        self.curvature = curvature
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def call(self, inputs, *, inverse=False):
        inputs = ops.cast(
            inputs, "float32"
        )  # half precision does not reach the border of the ball
        length = ops.sqrt(
            self.curvature * ops.sum(ops.square(inputs), axis=-1, keepdims=True)
            + 1e-12
        )
        return ops.cast(
            inputs
            * (
                ops.arctanh(ops.minimum(length, 1 - 1e-3))
                if inverse
                else ops.tanh(length)
            )
            / length,
            self.compute_dtype,
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"curvature": self.curvature}
        return {**super().get_config(), **config}
