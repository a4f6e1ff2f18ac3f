"""Tensors come out."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class WithMean(keras.layers.Layer):
    """The input and the mean of each row."""

    def call(self, inputs):
        return inputs * 2.0, ops.mean(inputs, axis=-1)
