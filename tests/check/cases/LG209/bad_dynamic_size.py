"""A trace cannot tell how many features are kept, and nothing else tells it."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class DoubleFeatures(keras.layers.Layer):
    """Doubles the features of each row."""

    def call(self, inputs):
        size = ops.cast(ops.sum(ops.ones_like(inputs[0])), "int32")
        doubled = ops.concatenate([inputs, inputs], axis=-1)
        return ops.take(doubled, ops.arange(2 * size), axis=-1)
