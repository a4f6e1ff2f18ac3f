import keras
from keras import ops


@keras.saving.register_keras_serializable(package="reg")
class LogisticNoise(keras.layers.Layer):
    """Adds the difference of two Gumbel draws (logistic noise) to logits."""

    def __init__(self, scale=1.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale
        self.seed = seed
        seed = 0 if seed is None else seed
        self.first = keras.random.SeedGenerator(seed)
        self.second = keras.random.SeedGenerator(seed)

    def gumbel(self, shape, generator):
        u = keras.random.uniform(
            shape, 1e-4, 1.0 - 1e-4, dtype="float32", seed=generator
        )
        return -ops.log(-ops.log(u))

    def call(self, logits, training=None):
        if not training:
            return logits
        shape = ops.shape(logits)
        noise = self.gumbel(shape, self.first) - self.gumbel(
            shape, self.second
        )
        return logits + self.scale * ops.cast(noise, logits.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(), "scale": self.scale, "seed": self.seed
        }
