"""A counter in Python."""

import keras
from keras import ops


class Counted(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.calls = 0

    def call(self, x):
        self.calls += 1  # LG575
        return x / self.calls
