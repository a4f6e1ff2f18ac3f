"""Each row by itself."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Centre(keras.layers.Layer):
    """Takes the mean away and scales to unit length."""

    def call(self, inputs):
        centred = inputs - ops.mean(inputs, axis=-1, keepdims=True)
        return centred / (ops.sqrt(ops.sum(ops.square(centred), axis=-1, keepdims=True)) + 1e-6)
