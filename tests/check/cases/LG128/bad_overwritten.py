"""epsilon is an argument, and a constant in the formula."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class UnitNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-3, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self.axis = axis

    def call(self, inputs):
        square = ops.sum(ops.square(inputs), axis=self.axis, keepdims=True)
        return inputs * ops.rsqrt(square + 1e-3)

    def get_config(self):
        return {**super().get_config(), "epsilon": self.epsilon, "axis": self.axis}
