"""The shape first, the name by keyword."""

import keras
from keras import ops


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight((input_shape[-1], self.units), "uniform", name="kernel")

    def call(self, x):
        return ops.dot(x, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
