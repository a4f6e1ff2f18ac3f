"""A tensor turned into a Python number, by a function that was handed in a table."""

import keras
from keras import ops

BOUNDS = {"number": float}


@keras.saving.register_keras_serializable(package="cases")
class ScaleByMaximum(keras.layers.Layer):
    """Divides by a learnt bound, no smaller than one."""

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(), initializer="ones")

    def call(self, inputs):
        bound = BOUNDS["number"](ops.abs(self.scale))
        return self.scale * inputs / max(bound, 1.0)
