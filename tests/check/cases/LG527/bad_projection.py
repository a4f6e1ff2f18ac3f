"""A random projection drawn anew, with the same seed, at every call."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class RandomFeatures(keras.layers.Layer):
    """Cosines of a random projection."""

    def call(self, inputs):
        size = inputs.shape[-1]
        projection = keras.random.normal((size, size), seed=7, dtype=inputs.dtype)
        return ops.cos(ops.matmul(inputs, projection))
