import keras
from keras import ops


@keras.saving.register_keras_serializable(package="port")
class PairDistance(keras.layers.Layer):
    """Manhattan similarity of two encodings."""

    def __init__(self, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale

    def call(self, x):
        a, b = x
        return ops.exp(-self.scale * ops.sum(ops.abs(a - b), axis=-1, keepdims=True))

    def compute_output_shape(self, input_shape):
        a, _ = input_shape
        return (*a[:-1], 1)

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}
