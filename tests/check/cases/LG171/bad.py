"""A sublayer before the constructor of Keras."""

import keras
from keras import layers


class Wrapped(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        self.units = units
        self.dense = layers.Dense(units)  # LG171
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
