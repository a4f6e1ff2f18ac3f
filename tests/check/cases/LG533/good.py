"""Sizes that stay what they are."""

import keras
from keras import ops


class CentreOfSmall(keras.layers.Layer):
    def call(self, x, training=False):
        inside = ops.cast(ops.abs(x) < 3.0, x.dtype)
        kept = ops.where(x > 0, x, 0.0) if training == True else x  # noqa: E712
        pair = [kept, x][int(x.shape[-1] > 3)]
        return ops.repeat(x - ops.mean(pair * inside, axis=-1, keepdims=True), 2, axis=-1)
