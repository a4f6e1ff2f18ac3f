"""Two generators with one seed: the two noises are the same."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class DoubleNoise(keras.layers.Layer):
    """Noise that is multiplied, and noise that is added."""

    def __init__(self, seed=7, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.factor = keras.random.SeedGenerator(seed)
        self.term = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        shape = ops.shape(inputs)
        factor = keras.random.normal(shape, dtype=inputs.dtype, seed=self.factor)
        term = keras.random.normal(shape, dtype=inputs.dtype, seed=self.term)
        return inputs * (1 + 0.1 * factor) + 0.1 * term

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}
