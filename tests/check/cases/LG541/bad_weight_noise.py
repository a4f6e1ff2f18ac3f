"""The generator is made with a number that stands in the class."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class NoisyScale(keras.layers.Layer):
    """Scales the input, with noise on the scale while training."""

    def __init__(self, stddev=0.1, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed_generator = keras.random.SeedGenerator(1337)

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(), initializer="ones")

    def call(self, inputs, training=False):
        if not training:
            return inputs * self.scale
        noise = keras.random.normal(ops.shape(inputs), dtype=inputs.dtype, seed=self.seed_generator)
        return inputs * (self.scale + self.stddev * noise)

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev}
