"""A cast before, and a comparison of sizes, which are numbers."""

import keras
from keras import ops


class Threshold(keras.layers.Layer):
    def call(self, inputs):
        kept = ops.cast(inputs > 0.5, inputs.dtype)
        wide = 1 + (inputs.shape[-1] > 3)
        return inputs * kept * wide + ops.where(inputs < 0, 1.0, 0.0)
