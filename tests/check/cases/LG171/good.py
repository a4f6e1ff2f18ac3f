"""Plain values before, sublayers after."""

import keras
from keras import layers


class Wrapped(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        self.units = units
        super().__init__(**kwargs)
        self.input_spec = layers.InputSpec(min_ndim=2)
        self.dense = layers.Dense(units)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
