"""A reshape that moves numbers from one row of the batch to another."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SwapAxes(keras.layers.Layer):
    """Swaps steps and features of (batch, steps, features) by a reshape from the wrong end."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        shape = ops.shape(inputs)
        turned = ops.transpose(inputs, (1, 0, 2))
        return ops.reshape(turned, (shape[0], shape[1], shape[2]))
