"""Another formula on each backend."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class TwoFaces(keras.layers.Layer):
    """Tanh, or something near it."""

    def call(self, inputs):
        if keras.backend.backend() == "tensorflow":
            return ops.tanh(inputs)
        return inputs / (1.0 + ops.abs(inputs))
