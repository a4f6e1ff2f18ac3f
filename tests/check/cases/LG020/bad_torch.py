"""PyTorch functions in a helper."""

import keras
import torch


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        return self.gated(x @ self.kernel)

    def gated(self, y):
        return torch.sigmoid(y) * y  # LG020

    def get_config(self):
        return {**super().get_config(), "units": self.units}
