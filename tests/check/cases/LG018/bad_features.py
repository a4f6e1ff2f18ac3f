"""Every second feature of a result, from the end."""

import keras
from keras import ops


class Mirror(keras.layers.Layer):
    def call(self, x):
        squares = ops.square(x)
        return x * squares[..., ::-1]  # LG018
