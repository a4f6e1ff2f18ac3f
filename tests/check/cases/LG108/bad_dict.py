"""A dictionary as a default that the constructor fills."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Wrapped(keras.layers.Layer):
    def __init__(self, units=4, options={}, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        options["use_bias"] = False
        self.options = dict(options)
        self.dense = keras.layers.Dense(units, **self.options)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, inputs):
        return self.dense(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "options": dict(self.options)}
