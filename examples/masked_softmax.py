# Written by layergen 0.1.0 from masked_softmax.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="masked_softmax")
class MaskedSoftmax(keras.layers.Layer):
    """A softmax over the places that are not masked.

    Args:
        axis: Integer. Defaults to `-1`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        valid: Optional tensor of booleans.

    Input shape:
        x: `(batch, ...)`.
        valid: `(batch, ...)`.

    Output shape:
        Tensor of shape `(batch, ...)`.

    Example:

    >>> layer = MaskedSoftmax()
    >>> x = keras.random.normal((2, 8))
    >>> valid = keras.ops.ones((2, 8), dtype="bool")
    >>> y = layer(x, valid)

    References:

    - keras.layers.Softmax
    """

    def __init__(self, axis=-1, **kwargs):
        super().__init__(**kwargs)
        if type(axis) is not int:
            raise ValueError(
                f"`axis` must be an integer. Received: axis={axis}"
            )
        self.axis = axis
        self.supports_masking = True

    def call(self, x, valid=None):
        y = x
        if valid is not None:
            y = ops.where(valid, x, -3e4)
        return ops.softmax(y, axis=self.axis)

    def compute_output_shape(self, x_shape, valid_shape=None):
        return x_shape

    def get_config(self):
        config = {"axis": self.axis}
        return {**super().get_config(), **config}
