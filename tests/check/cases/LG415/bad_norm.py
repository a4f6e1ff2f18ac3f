"""The normalisation is built for the units; call gives it the inputs."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Normed(keras.layers.Layer):
    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.norm = keras.layers.LayerNormalization()
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.norm.build((*input_shape[:-1], self.units))
        self.dense.build(input_shape)

    def call(self, inputs):
        return self.dense(self.norm(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
