import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="unet")
class UpBlock(layers.Layer):
    """Doubles an image's size and joins a skip connection, if any."""

    def __init__(self, size=2, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def call(self, x, skip=None):
        x = ops.repeat(ops.repeat(x, self.size, axis=1), self.size, axis=2)
        if skip is not None:
            skip = ops.image.resize(
                skip, ops.shape(x)[1:3], data_format="channels_last"
            )
            x = ops.concatenate([x, ops.cast(skip, x.dtype)], axis=-1)
        return x

    def compute_output_shape(self, x_shape, skip_shape=None):
        batch, height, width, channels = x_shape
        height = None if height is None else height * self.size
        width = None if width is None else width * self.size
        if skip_shape is not None:
            channels += skip_shape[-1]
        return (batch, height, width, channels)

    def get_config(self):
        return {**super().get_config(), "size": self.size}
