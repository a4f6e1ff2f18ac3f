"""The batch is the axis that a reshape leaves open."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class FlattenSteps(keras.layers.Layer):
    """Flattens (batch, steps, features) to (batch, steps * features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return ops.reshape(inputs, (-1, inputs.shape[1] * inputs.shape[2]))
