"""A copy of a layer that samples gives other numbers, as the layer itself does."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Sample(keras.layers.Layer):
    """Draws from the normal distribution around the input."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs):
        noise = keras.random.normal(
            ops.shape(inputs), dtype=inputs.dtype, seed=self.seed_generator
        )
        return inputs + noise
