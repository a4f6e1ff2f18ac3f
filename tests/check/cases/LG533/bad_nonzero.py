"""The places of positive values."""

import keras
from keras import ops


class SumOfPositive(keras.layers.Layer):
    def call(self, x):
        flat = ops.reshape(x, (-1,))
        (places,) = ops.nonzero(flat > 0)  # LG533
        return x + ops.sum(ops.take(flat, places))
