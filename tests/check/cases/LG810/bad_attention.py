"""Attention over all steps that believes it supports masks."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SelfAttention(keras.layers.Layer):
    """Mixes the steps of (batch, steps, features) by their likeness."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        scores = ops.matmul(inputs, ops.transpose(inputs, (0, 2, 1)))
        return ops.matmul(ops.softmax(scores, axis=-1), inputs)
