"""A sublayer in an object that Keras does not look into."""

import keras


class Towers:
    def __init__(self, units):
        self.first = keras.layers.Dense(units)


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.towers = Towers(units)

    def build(self, input_shape):
        self.towers.first.build(input_shape)

    def call(self, inputs):
        return self.towers.first(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
