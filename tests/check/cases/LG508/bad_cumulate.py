"""A running sum over the rows of the batch."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class RunningSum(keras.layers.Layer):
    """The running sum."""

    def call(self, inputs):
        return ops.cumsum(inputs, axis=0)
