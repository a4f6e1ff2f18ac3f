import keras
from keras import ops


@keras.saving.register_keras_serializable(package="superres")
class PixelShuffle(keras.layers.Layer):
    """Moves channels into space by a factor.

    Args:
        factor: Integer, the upscaling factor.

    Input shape:
        `(batch, height, width, channels)`, channels a multiple of `factor ** 2`.

    Example:

    >>> keras.ops.shape(PixelShuffle(2)(keras.ops.ones((1, 4, 6, 8))))
    (1, 8, 12, 2)
    """

    def __init__(self, factor=2, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        if input_shape[-1] % self.factor**2:
            raise ValueError(
                f"channels must be a multiple of {self.factor ** 2}. Received: {input_shape[-1]}"
            )
        super().build(input_shape)

    def call(self, x):
        r = self.factor
        _, h, w, c = ops.shape(x)
        x = ops.reshape(x, (-1, h, w, r, r, c // r**2))
        x = ops.transpose(x, (0, 1, 3, 2, 4, 5))
        return ops.reshape(x, (-1, h * r, w * r, c // r**2))

    def compute_output_shape(self, input_shape):
        b, h, w, c = input_shape
        r = self.factor
        return (b, h and h * r, w and w * r, c // r**2)

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
