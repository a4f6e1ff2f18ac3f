import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class FeatureDropout(keras.layers.Layer):
    """Drops features: the same ones in every sample, for the mask has one row."""

    def __init__(self, rate=0.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        if not training or self.rate == 0:
            return inputs
        kept = keras.random.uniform((1, ops.shape(inputs)[-1]), seed=self.seed_generator) >= self.rate
        return inputs * ops.cast(kept, inputs.dtype) / (1 - self.rate)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
