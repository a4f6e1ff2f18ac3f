"""A NumPy generator of the layer's own."""

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="cases")
class Noise(keras.layers.Layer):
    """Adds noise in training."""

    def __init__(self, seed=1, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = np.random.default_rng(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs + self.generator.normal(size=inputs.shape[-1]).astype("float32")
