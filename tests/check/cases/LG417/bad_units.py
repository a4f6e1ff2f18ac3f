"""The kernel of the second map is as wide as the units, and meets the features."""

import keras
from keras import ops


class Autoencoder(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        features = input_shape[-1]
        self.encode = self.add_weight(name="encode", shape=(self.units, self.units))  # LG417
        self.decode = self.add_weight(name="decode", shape=(self.units, features))
        super().build(input_shape)

    def call(self, inputs):
        return ops.matmul(ops.tanh(ops.matmul(inputs, self.encode)), self.decode)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
