"""A list as default."""

import keras
from keras import ops


class Center(keras.layers.Layer):
    def __init__(self, axes=[-1], **kwargs):  # LG172
        super().__init__(**kwargs)
        self.axes = axes

    def call(self, x):
        return x - ops.mean(x, axis=tuple(self.axes), keepdims=True)

    def get_config(self):
        return {**super().get_config(), "axes": list(self.axes)}
