"""The constructor of Keras is never reached."""

import keras
from keras import ops


class Times(keras.layers.Layer):
    def __init__(self, units=4):  # LG170
        self.units = units

    def call(self, x):
        return x * self.units
