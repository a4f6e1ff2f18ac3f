"""Noise that was meant to vary."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Noisy(keras.layers.Layer):
    """Adds a little noise."""

    def __init__(self, seed=3, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed

    def call(self, inputs):
        return inputs + 0.1 * keras.random.normal(
            ops.shape(inputs), dtype=inputs.dtype, seed=self.seed
        )
