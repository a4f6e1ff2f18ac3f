"""Sublayers that only a list of functions knows."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        dense = keras.layers.Dense(units)
        norm = keras.layers.LayerNormalization()
        self.steps = [lambda x: dense(x), lambda x: norm(x)]

    def call(self, inputs):
        for step in self.steps:
            inputs = step(inputs)
        return inputs

    def get_config(self):
        return {**super().get_config(), "units": self.units}
