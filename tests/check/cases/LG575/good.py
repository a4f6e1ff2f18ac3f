"""State that is a weight."""

import keras
from keras import ops


class Counted(keras.layers.Layer):
    def build(self, input_shape):
        self.calls = self.add_weight(name="calls", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=False):
        if training:
            self.calls.assign(self.calls + 1.0)
        parts = []
        parts.append(x)
        return parts[0]
