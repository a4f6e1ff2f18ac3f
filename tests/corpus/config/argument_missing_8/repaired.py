import keras
from keras import ops


@keras.saving.register_keras_serializable(package="counts")
class LogCounts(keras.layers.Layer):
    """log(1 + n) of non-negative integer counts, as floats of the layer's dtype."""

    def __init__(self, offset=1.0, **kwargs):
        super().__init__(**kwargs)
        self.offset = offset

    def call(self, counts):
        x = ops.cast(counts, self.compute_dtype)
        return ops.log(ops.maximum(x, 0.0) + self.offset)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"offset": self.offset})
        return config
