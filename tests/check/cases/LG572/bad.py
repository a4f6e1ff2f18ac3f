"""A print that was left in."""

import keras
from keras import ops


class Relu(keras.layers.Layer):
    def call(self, x):
        y = ops.relu(x)
        print("relu", y)  # LG572
        return y
