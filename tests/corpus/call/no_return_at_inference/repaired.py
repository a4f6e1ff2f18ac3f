import keras
from keras import ops


@keras.saving.register_keras_serializable(package="reg")
class StochasticScale(keras.layers.Layer):
    """Scales every sample by a random factor in training."""

    def __init__(self, low=0.8, high=1.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.low = low
        self.high = high
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if training:
            shape = (ops.shape(inputs)[0],) + (1,) * (len(inputs.shape) - 1)
            factor = keras.random.uniform(
                shape, self.low, self.high, dtype=self.compute_dtype, seed=self.seed_generator
            )
            return inputs * factor
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "low": self.low, "high": self.high, "seed": self.seed}
