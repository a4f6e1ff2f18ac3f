"""The seed is a constant of the module: every layer of a model drops the same."""

import keras

SEED = 42


@keras.saving.register_keras_serializable(package="cases")
class FeatureDropout(keras.layers.Layer):
    def __init__(self, rate=0.3, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed_generator = keras.random.SeedGenerator(seed=SEED)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        return keras.random.dropout(inputs, self.rate, seed=self.seed_generator)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}
