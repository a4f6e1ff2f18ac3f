"""A tuple as a default, None for the dictionary."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Sums(keras.layers.Layer):
    def __init__(self, factors=(1.0, 2.0), offsets=None, **kwargs):
        super().__init__(**kwargs)
        self.factors = list(factors)
        self.offsets = dict(offsets or {})

    def call(self, inputs):
        total = sum(inputs * factor for factor in self.factors)
        return total + sum(self.offsets.values())

    def get_config(self):
        return {
            **super().get_config(),
            "factors": list(self.factors),
            "offsets": dict(self.offsets),
        }
