import keras
from keras import ops


@keras.saving.register_keras_serializable(package="discrete")
class GumbelSoftmax(keras.layers.Layer):
    """A relaxed categorical choice over the last axis.

    While training Gumbel noise is added to the logits; at inference the plain
    softmax is taken.
    """

    def __init__(self, temperature=1.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.temperature = temperature
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, logits, training=False):
        u = keras.random.uniform(
            ops.shape(logits), 1e-4, 1 - 1e-4, dtype="float32",
            seed=self.seed_generator,
        )
        g = ops.cast(-ops.log(-ops.log(u)), logits.dtype)
        logits = logits + g
        return ops.softmax(logits / self.temperature, axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "temperature": self.temperature,
            "seed": self.seed,
        }
