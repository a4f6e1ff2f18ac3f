"""By super, and by the name of the base."""

import keras
from keras import ops


class Times(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        keras.layers.Layer.__init__(self, **kwargs)
        self.units = units

    def call(self, x):
        return x * self.units

    def get_config(self):
        return {**super().get_config(), "units": self.units}
