"""Rows are dropped now and then: of two rows, often none."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class DropRows(keras.layers.Layer):
    def __init__(self, rate=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if training is None or training:
            shape = (ops.shape(inputs)[0], *(1,) * (len(inputs.shape) - 1))
            kept = keras.random.uniform(shape, seed=self.seed_generator) >= self.rate
            return inputs * ops.cast(kept, inputs.dtype) / (1.0 - self.rate)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
