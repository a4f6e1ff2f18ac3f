"""What is added to the input has to be as wide as the input: no weight could change that."""

import keras
from keras import ops


class Residual(keras.layers.Layer):
    def build(self, x_shape, other_shape):
        self.scale = self.add_weight(name="scale", shape=(x_shape[-1],))
        self.built = True

    def call(self, x, other):
        return x * self.scale + ops.tanh(other)
