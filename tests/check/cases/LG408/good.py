"""Sublayers that Keras finds, called through a function."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)
        self.blocks = {"norm": keras.layers.LayerNormalization()}
        self.steps = [lambda x: self.dense(x), lambda x: self.blocks["norm"](x)]

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.blocks["norm"].build((*input_shape[:-1], self.units))

    def call(self, inputs):
        for step in self.steps:
            inputs = step(inputs)
        return inputs

    def get_config(self):
        return {**super().get_config(), "units": self.units}
