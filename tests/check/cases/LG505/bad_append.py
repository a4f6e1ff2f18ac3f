"""Tensors collected in a list."""

import keras
from keras import ops


def remember(kept, tensor):
    kept.append(tensor)
    return tensor


@keras.saving.register_keras_serializable(package="cases")
class Traced(keras.layers.Layer):
    """Keeps every mean it has seen."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.means = []

    def call(self, inputs):
        return inputs - remember(self.means, ops.mean(inputs, axis=-1, keepdims=True))
