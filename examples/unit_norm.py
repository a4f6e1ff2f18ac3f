# Written by layergen 0.1.0 from unit_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="unit_norm")
class UnitNorm(keras.layers.Layer):
    """Divides by the Euclidean norm along an axis.

    Args:
        axis: Integer. Defaults to `-1`.
        epsilon: Float. Defaults to `1e-6`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ...)`.

    Output shape:
        Tensor of shape `(batch, ...)`.

    Example:

    >>> layer = UnitNorm()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - keras.layers.UnitNormalization
    """

    def __init__(self, axis=-1, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        if type(axis) is not int:
            raise ValueError(
                f"`axis` must be an integer. Received: axis={axis}"
            )
        self.axis = axis
        self.epsilon = epsilon
        self.supports_masking = True

    def call(self, inputs):
        return inputs * ops.rsqrt(
            ops.maximum(
                ops.sum(ops.square(inputs), axis=self.axis, keepdims=True),
                self.epsilon,
            )
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"axis": self.axis, "epsilon": self.epsilon}
        return {**super().get_config(), **config}
