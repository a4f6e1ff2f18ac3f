"""Noise is drawn in float32, in training only."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="aug")
class AdditiveJitter(keras.layers.Layer):
    """Adds normal noise to the input while training."""

    def __init__(self, stddev=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        if training:
            noise = keras.random.normal(
                ops.shape(inputs),
                stddev=self.stddev,
                seed=self.seed_generator,
            )
            return ops.add(inputs, noise)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"stddev": self.stddev, "seed": self.seed})
        return config
