"""The generator is an attribute of the layer."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Noise(keras.layers.Layer):
    """Adds noise in training."""

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        return inputs + keras.random.normal(
            ops.shape(inputs), dtype=inputs.dtype, seed=self.seed_generator
        )
