"""None of the sublayers has the policy; the result is cast at the end."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Stack(keras.layers.Layer):
    """Two dense layers."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.steps = [keras.layers.Dense(units, activation="tanh"), keras.layers.Dense(units)]

    def build(self, input_shape):
        for step in self.steps:
            step.build(input_shape)
            input_shape = step.compute_output_shape(input_shape)

    def call(self, inputs):
        outputs = inputs
        for step in self.steps:
            outputs = step(outputs)
        return ops.cast(outputs, self.compute_dtype)
