"""A flip of a tensor, and a list that is turned round."""

import keras
from keras import ops


class BothWays(keras.layers.Layer):
    def call(self, sequence):
        parts = [sequence, ops.flip(sequence, axis=1)]
        return ops.concatenate(parts[::-1], axis=-1)
