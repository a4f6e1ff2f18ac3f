"""A tensor indexed by a test on its values."""

import keras
from keras import ops


class CentreOfSmall(keras.layers.Layer):
    def call(self, x):
        inside = ops.abs(x) < 3.0
        return x - ops.mean(x[inside])  # LG533
