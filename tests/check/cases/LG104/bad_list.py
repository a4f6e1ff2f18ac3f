"""A list set before super().__init__, in the old way of calling it."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Sums(keras.layers.Layer):
    def __init__(self, factors=(1.0, 2.0), **kwargs):
        self.factors = list(factors)
        keras.layers.Layer.__init__(self, **kwargs)

    def call(self, inputs):
        return sum(inputs * factor for factor in self.factors)

    def get_config(self):
        return {**super().get_config(), "factors": list(self.factors)}
