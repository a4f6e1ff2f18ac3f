"""A sequence turned round by a slice."""

import keras
from keras import ops


class BothWays(keras.layers.Layer):
    def call(self, sequence):
        return ops.concatenate([sequence, sequence[:, ::-1]], axis=-1)  # LG018
