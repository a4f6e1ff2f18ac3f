"""A backend asked for before it is used, dtypes and types."""

import keras
import tensorflow as tf
from keras import ops


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        if isinstance(x, tf.RaggedTensor):
            raise ValueError("ragged input")
        if keras.backend.backend() == "tensorflow":
            return tf.matmul(x, self.kernel)
        return ops.matmul(x, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
