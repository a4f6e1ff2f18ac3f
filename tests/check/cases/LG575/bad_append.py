"""Tensors kept in a list."""

import keras
from keras import ops


class Watch(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = []

    def call(self, x):
        self.seen.append(ops.mean(x))  # LG575
        return x
