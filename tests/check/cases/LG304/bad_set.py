"""A set in the config."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Sums(keras.layers.Layer):
    def __init__(self, factors=(1.0, 2.0), **kwargs):
        super().__init__(**kwargs)
        self.factors = set(factors)

    def call(self, inputs):
        return sum(inputs * factor for factor in sorted(self.factors))

    def get_config(self):
        return {**super().get_config(), "factors": set(self.factors)}
