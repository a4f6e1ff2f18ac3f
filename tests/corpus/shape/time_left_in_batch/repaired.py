import keras
from keras import ops


@keras.saving.register_keras_serializable(package="time")
class StepwiseConv(keras.layers.Layer):
    """Applies one convolution to every frame of a video `(batch, frames, height, width, channels)`."""

    def __init__(self, filters=4, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = keras.layers.Conv2D(filters, 3, padding="same", dtype=self.dtype_policy)
        self.input_spec = keras.layers.InputSpec(ndim=5)

    def build(self, input_shape):
        self.conv.build((input_shape[0], *input_shape[2:]))
        super().build(input_shape)

    def call(self, video):
        _, frames, h, w, c = ops.shape(video)
        y = self.conv(ops.reshape(video, (-1, h, w, c)))
        return ops.reshape(y, (-1, frames, h, w, self.filters))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.filters)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters}
