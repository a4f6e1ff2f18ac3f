import keras
from keras import ops


@keras.saving.register_keras_serializable(package="aug")
class Mixup(keras.layers.Layer):
    """Mixes each sample with its neighbour in the batch while training."""

    def __init__(self, alpha=0.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        shape = (ops.shape(inputs)[0],) + (1,) * (len(inputs.shape) - 1)
        share = keras.random.uniform(
            shape, 0.0, self.alpha, dtype="float32", seed=self.seed_generator
        )
        share = ops.cast(share, inputs.dtype)
        return (1 - share) * inputs + share * ops.roll(inputs, 1, axis=0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(), "alpha": self.alpha, "seed": self.seed
        }
