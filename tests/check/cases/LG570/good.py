"""Keras randomness; NumPy draws once, in build."""

import keras
import numpy as np
from keras import ops


class Noise(keras.layers.Layer):
    def __init__(self, seed=0, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.table = np.random.default_rng(self.seed).normal(size=input_shape[-1])

    def call(self, x, training=False):
        x = x + ops.cast(self.table, x.dtype)
        if training:
            x = x + keras.random.normal(ops.shape(x), seed=self.seed_generator)
        return x

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}
