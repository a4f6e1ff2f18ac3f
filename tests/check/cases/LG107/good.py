"""Copies what it changes."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Perceptron(keras.layers.Layer):
    def __init__(self, units: list, dense_kwargs=None, **kwargs):
        super().__init__(**kwargs)
        self.units = list(units)
        self.dense_kwargs = dict(dense_kwargs or {})
        self.blocks = [keras.layers.Dense(size, **self.dense_kwargs) for size in self.units]

    def build(self, input_shape):
        for block in self.blocks:
            block.build(input_shape)
            input_shape = block.compute_output_shape(input_shape)

    def call(self, inputs):
        for block in self.blocks:
            inputs = block(inputs)
        return inputs

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units[-1])

    def get_config(self):
        return {
            **super().get_config(),
            "units": list(self.units),
            "dense_kwargs": dict(self.dense_kwargs),
        }
