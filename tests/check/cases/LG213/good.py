"""Batch sizes that are tensors where they are not known, asked for, or of no consequence."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Shift(keras.layers.Layer):
    def call(self, x):
        batch, _, width = x.shape
        if batch is None:
            batch = ops.shape(x)[0]
        first = ops.zeros((batch, 1, width), dtype=x.dtype)
        return ops.concatenate([first, x[:, :-1]], axis=1)


@keras.saving.register_keras_serializable(package="cases")
class Rows(keras.layers.Layer):
    def call(self, x):
        if x.shape[0] == 0:
            raise ValueError(f"an empty batch: {x.shape[0]}")
        return ops.reshape(x, (ops.shape(x)[0], -1))
