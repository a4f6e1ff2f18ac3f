"""Sizes that may be unknown come from keras.ops.shape; the sort is keras.ops.sort."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class PrependZero(keras.layers.Layer):
    """Puts a step of zeros before a sequence of shape (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        shape = ops.shape(inputs)
        first = ops.zeros((shape[0], 1, shape[2]), dtype=inputs.dtype)
        return ops.sort(ops.concatenate([first, inputs], axis=1), axis=-1)
