"""Noise without any training argument: it is there at inference too."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Jitter(keras.layers.Layer):
    """Adds a little noise."""

    def __init__(self, stddev=0.1, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs):
        shape = keras.ops.shape(inputs)
        noise = keras.random.normal(shape, dtype=inputs.dtype, seed=self.seed_generator)
        return inputs + self.stddev * noise
