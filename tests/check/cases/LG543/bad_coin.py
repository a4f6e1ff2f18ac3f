"""What is kept is not divided by the share that is kept."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class PathDropout(keras.layers.Layer):
    def __init__(self, rate=0.4, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        shape = (ops.shape(inputs)[0],) + (1,) * (len(inputs.shape) - 1)
        coin = keras.random.uniform(shape, dtype="float32", seed=self.seed_generator)
        return ops.where(coin < self.rate, ops.zeros_like(inputs), inputs)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
