import keras
from keras import ops


@keras.saving.register_keras_serializable(package="reg")
class DropPath(keras.layers.Layer):
    """Stochastic depth, one coin for each sample.

    Args:
        rate: Probability of dropping the path.
        seed: Integer seed.
    """

    def __init__(self, rate=0.3, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, x, training=None):
        if training is False or self.rate > 0:
            return x
        shape = (ops.shape(x)[0],) + (1,) * (len(x.shape) - 1)
        keep = 1.0 - self.rate
        coin = keras.random.uniform(
            shape, dtype="float32", seed=self.seed_generator
        )
        return x * ops.cast(coin < keep, x.dtype) / keep

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
