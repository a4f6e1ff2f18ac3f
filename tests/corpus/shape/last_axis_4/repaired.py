import keras
from keras import ops


@keras.saving.register_keras_serializable(package="superres")
class PixelShuffle(keras.layers.Layer):
    """Moves channels into space: the upsampling of ESPCN."""

    def __init__(self, scale=2, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        if channels % self.scale**2:
            raise ValueError(
                f"The channels must divide by scale**2={self.scale**2}. "
                f"Received: input_shape={tuple(input_shape)}"
            )
        self.out_channels = channels // self.scale**2
        self.built = True

    def call(self, inputs):
        s, c = self.scale, self.out_channels
        height, width = ops.shape(inputs)[1], ops.shape(inputs)[2]
        x = ops.reshape(inputs, (-1, height, width, s, s, c))
        x = ops.transpose(x, (0, 1, 3, 2, 4, 5))
        return ops.reshape(x, (-1, height * s, width * s, c))

    def compute_output_shape(self, input_shape):
        batch, height, width, channels = input_shape
        height = None if height is None else height * self.scale
        width = None if width is None else width * self.scale
        return (batch, height, width, channels // self.scale**2)

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}
