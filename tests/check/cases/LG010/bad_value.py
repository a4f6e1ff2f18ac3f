"""The entries of a TensorShape of TensorFlow 1."""

import keras
from keras import ops


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        width = input_shape[-1].value  # LG010
        self.kernel = self.add_weight(name="kernel", shape=(width, self.units))

    def call(self, x):
        return ops.dot(x, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
