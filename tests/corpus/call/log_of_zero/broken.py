import keras
from keras import ops


@keras.saving.register_keras_serializable(package="info")
class Entropy(keras.layers.Layer):
    """Entropy of the shares of non-negative features."""

    def call(self, x):
        size = ops.abs(x)
        share = size / (ops.sum(size, axis=-1, keepdims=True) + 1e-3)
        return -ops.sum(share * ops.log(share), axis=-1, keepdims=True)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 1)
