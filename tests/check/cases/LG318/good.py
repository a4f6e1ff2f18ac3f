"""Takes a shape as a tuple or a list."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Stacked(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.first = keras.layers.Dense(units)
        self.second = keras.layers.Dense(units)

    def build(self, input_shape):
        input_shape = tuple(input_shape)
        self.first.build(input_shape)
        self.second.build(input_shape[:-1] + (self.units,))

    def call(self, inputs):
        return self.second(self.first(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
