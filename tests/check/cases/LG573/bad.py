"""An if on a sum."""

import keras
from keras import ops


class Flip(keras.layers.Layer):
    def call(self, x):
        if ops.sum(x) > 0:  # LG573
            return x
        return -x
