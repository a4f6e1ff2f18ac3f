"""Order matters along the steps only."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class RunningSum(keras.layers.Layer):
    """The running sum over the steps of (batch, steps, features), from the end."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return ops.flip(ops.cumsum(ops.flip(inputs, axis=1), axis=1), axis=1)
