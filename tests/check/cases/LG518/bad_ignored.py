"""training is taken and not looked at."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Noise(keras.layers.Layer):
    """Adds noise in training."""

    def __init__(self, stddev=0.5, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs, training=False):
        shape = keras.ops.shape(inputs)
        noise = keras.random.normal(
            shape, stddev=self.stddev, dtype=inputs.dtype, seed=self.seed_generator
        )
        return inputs + noise
