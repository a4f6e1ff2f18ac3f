"""No word means inference."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Noise(keras.layers.Layer):
    """Adds noise in training."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs, training=None):
        if not training:
            return inputs
        return inputs + keras.random.normal(
            ops.shape(inputs), dtype=inputs.dtype, seed=self.seed_generator
        )
