"""A parameter of PyTorch."""

import keras
import torch


class Gain(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = torch.nn.Parameter(torch.ones(()))  # LG022

    def call(self, x):
        return x * self.gain
