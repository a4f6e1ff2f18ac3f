"""Where a sum is negative the result is replaced, and the slope of its root is not."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Balance(keras.layers.Layer):
    def call(self, inputs):
        total = ops.sum(inputs, axis=-1, keepdims=True)
        root = ops.where(total > 0, 1.0 / ops.sqrt(total), ops.zeros_like(total))
        return inputs * root
