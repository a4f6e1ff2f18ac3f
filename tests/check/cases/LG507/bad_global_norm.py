"""A norm over everything, the batch included."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class UnitScale(keras.layers.Layer):
    """Scales to unit length."""

    def call(self, inputs):
        return inputs / (ops.sqrt(ops.sum(ops.square(inputs))) + 1e-6)
