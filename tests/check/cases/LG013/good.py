"""Other decorators."""

import keras
from keras import ops


class Relu(keras.layers.Layer):
    @property
    def factor(self):
        return 2

    @staticmethod
    def scaled(x, factor):
        return x * factor

    def call(self, x):
        return ops.relu(self.scaled(x, self.factor))
