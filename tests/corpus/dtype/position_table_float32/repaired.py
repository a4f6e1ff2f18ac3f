import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="text")
class SinePositions(keras.layers.Layer):
    """Adds fixed sine and cosine positions to `(batch, time, features)`."""

    def __init__(self, max_length=64, **kwargs):
        super().__init__(**kwargs)
        self.max_length = max_length
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        position = np.arange(self.max_length)[:, None]
        rate = 1.0 / 10000 ** (2 * (np.arange(features) // 2) / features)
        angle = position * rate[None, :]
        table = np.where(np.arange(features) % 2, np.cos(angle), np.sin(angle))
        self.table = table.astype("float32")
        self.built = True

    def call(self, inputs):
        length = ops.shape(inputs)[1]
        table = ops.convert_to_tensor(self.table, dtype=self.compute_dtype)
        return inputs + table[None, :length]

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "max_length": self.max_length}
