"""A new sublayer at every call: nothing is ever trained."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def call(self, inputs):
        return keras.layers.Dense(self.units)(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
