"""Reshapes to a batch size that is read off the array."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Heads(keras.layers.Layer):
    def __init__(self, heads=2, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads

    def call(self, x):
        width = x.shape[-1] // self.heads
        return ops.reshape(x, (x.shape[0], -1, self.heads, width))

    def get_config(self):
        return {**super().get_config(), "heads": self.heads}
