"""The seed is an argument, whatever its default."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class FeatureDropout(keras.layers.Layer):
    def __init__(self, rate=0.3, seed=42, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        return keras.random.dropout(inputs, self.rate, seed=self.seed_generator)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
