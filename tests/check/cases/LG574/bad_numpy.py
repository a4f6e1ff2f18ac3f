"""The numbers of a tensor."""

import keras
from keras import ops


class Peak(keras.layers.Layer):
    def call(self, x):
        peak = ops.max(x).numpy()  # LG574
        return x / (peak + 1.0)
