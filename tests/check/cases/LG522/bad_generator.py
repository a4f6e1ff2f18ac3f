"""A NumPy generator of a helper's own; it stands still in a compiled call."""

import keras
import numpy as np


class Noise:
    """Draws noise."""

    def __init__(self, seed):
        self.generator = np.random.default_rng(seed)

    def draw(self, size):
        return self.generator.normal(size=size).astype("float32")


@keras.saving.register_keras_serializable(package="cases")
class Disturbed(keras.layers.Layer):
    """Adds noise in training."""

    def __init__(self, seed=1, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.noise = Noise(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs + self.noise.draw(inputs.shape[-1])
