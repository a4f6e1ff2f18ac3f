"""A tuple, a name and None as defaults."""

import keras
from keras import ops


class Center(keras.layers.Layer):
    def __init__(self, axes=(-1,), initializer="ones", bias=None, **kwargs):
        super().__init__(**kwargs)
        self.axes = tuple(axes)
        self.initializer = keras.initializers.get(initializer)
        self.bias = bias or []

    def call(self, x):
        return x - ops.mean(x, axis=self.axes, keepdims=True)

    def get_config(self):
        return {**super().get_config(), "axes": self.axes}
