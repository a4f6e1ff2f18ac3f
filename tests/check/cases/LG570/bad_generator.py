"""A generator of NumPy kept by the layer."""

import keras
import numpy as np


class Noise(keras.layers.Layer):
    def __init__(self, seed=0, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.rng = np.random.default_rng(seed)

    def call(self, x, training=False):
        return x + self.rng.normal() if training else x  # LG570

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}
