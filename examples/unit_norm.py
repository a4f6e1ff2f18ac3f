# Written by layergen 0.1.0 from unit_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="unit_norm")
class UnitNorm(keras.layers.Layer):
    """Divides by the Euclidean norm along an axis.

    Args:
        axis: Integer. Defaults to `-1`.
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

    def __init__(self, axis=-1, **kwargs):
        super().__init__(**kwargs)
        if type(axis) is not int:
            raise ValueError(
                f"`axis` must be an integer. Received: axis={axis}"
            )
        self.axis = axis
        self.supports_masking = True

    def call(self, inputs):
        return ops.normalize(inputs, axis=self.axis, order=2)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"axis": self.axis}
        return {**super().get_config(), **config}
