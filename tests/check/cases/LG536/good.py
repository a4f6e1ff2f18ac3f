"""Optional tensors that the layer does without, and one that it asks for in words."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Conditioned(keras.layers.Layer):
    def call(self, inputs, context=None):
        if context is None:
            return inputs
        return inputs * ops.sigmoid(ops.mean(context, axis=-1, keepdims=True))


@keras.saving.register_keras_serializable(package="cases")
class Asks(keras.layers.Layer):
    def call(self, inputs, context=None):
        if context is None:
            raise ValueError("`context` is needed: call layer(inputs, context=...)")
        return inputs * ops.sigmoid(ops.mean(context, axis=-1, keepdims=True))
