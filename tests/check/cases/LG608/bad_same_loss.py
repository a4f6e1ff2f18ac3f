"""The same loss is added twice in one call."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Sparse(keras.layers.Layer):
    """A rectifier whose output is held small."""

    def __init__(self, strength=0.1, **kwargs):
        super().__init__(**kwargs)
        self.strength = strength

    def call(self, inputs):
        outputs = ops.relu(inputs)
        self.add_loss(self.strength * ops.mean(outputs))
        outputs = outputs * 2.0
        self.add_loss(self.strength * ops.mean(outputs) / 2.0)
        return outputs
