"""Tensors do not change in place, and a penalty is computed for nobody."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Sparse(keras.layers.Layer):
    """A rectifier whose output is held small."""

    def call(self, inputs):
        outputs = ops.relu(inputs)
        penalty = 0.1 * ops.mean(outputs)  # LG529
        ops.multiply(outputs, 2.0)  # LG529
        return outputs
