"""One draw for each of two rows, in training alone."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class RowScale(keras.layers.Layer):
    """Scales each row by a random factor in training."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.generator = keras.random.SeedGenerator()

    def call(self, inputs, training=False):
        if not training:
            return inputs
        shape = (2,) + (1,) * (ops.ndim(inputs) - 1)
        return inputs * keras.random.uniform(shape, 0.5, 1.5, seed=self.generator)
