"""Scales at random, with no way to switch it off."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Jitter(keras.layers.Layer):
    """Scales by a number near one."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs):
        scale = keras.random.uniform((), 0.9, 1.1, seed=self.seed_generator)
        return inputs * ops.cast(scale, inputs.dtype)
