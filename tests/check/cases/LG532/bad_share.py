"""A share of a sum that is kept from zero by too little."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Share(keras.layers.Layer):
    def call(self, inputs):
        size = ops.abs(inputs)
        return size / (ops.sum(size, axis=-1, keepdims=True) + 1e-8)
