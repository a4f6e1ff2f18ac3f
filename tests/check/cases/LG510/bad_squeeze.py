"""A squeeze without an axis takes the batch away when it is one."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class RowMean(keras.layers.Layer):
    """The mean of each row, as a vector."""

    def call(self, inputs):
        return ops.squeeze(ops.mean(inputs, axis=-1, keepdims=True))

    def compute_output_shape(self, input_shape):
        return input_shape[:-1]
