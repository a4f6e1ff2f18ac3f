"""Lists and tuples alike."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class JoinWithProduct(keras.layers.Layer):
    """Joins two tensors and their product."""

    def call(self, inputs):
        first, second = inputs
        return ops.concatenate([*inputs, first * second], axis=-1)
