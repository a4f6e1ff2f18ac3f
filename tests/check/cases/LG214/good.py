"""Lengths that are tensors where they are not known, and a length that a weight depends on."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Ramp(keras.layers.Layer):
    def call(self, x):
        length = ops.shape(x)[1]
        steps = ops.cast(ops.arange(length), x.dtype) / ops.cast(length, x.dtype)
        return x * steps[None, :, None]


@keras.saving.register_keras_serializable(package="cases")
class Positions(keras.layers.Layer):
    def build(self, input_shape):
        self.table = self.add_weight(shape=(input_shape[1], input_shape[2]), name="table")

    def call(self, x):
        return x + ops.reshape(self.table, (1, x.shape[1], x.shape[2]))
