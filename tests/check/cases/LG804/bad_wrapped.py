"""The sublayer would have passed the mask on."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Embedded(keras.layers.Layer):
    """Two dense maps of each step of (batch, steps, features)."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.first = keras.layers.Dense(units, activation="tanh")
        self.second = keras.layers.Dense(units)

    def build(self, input_shape):
        self.first.build(input_shape)
        self.second.build((*input_shape[:-1], self.units))

    def call(self, inputs):
        return self.second(self.first(inputs))
