"""Sublayers in a list of lists: tracked, and never saved."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Towers(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.towers = [[keras.layers.Dense(units) for _ in range(2)] for _ in range(2)]

    def build(self, input_shape):
        for first, second in self.towers:
            first.build(input_shape)
            second.build((*input_shape[:-1], self.units))

    def call(self, inputs):
        return sum(second(first(inputs)) for first, second in self.towers)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
