import keras
from keras import ops


@keras.saving.register_keras_serializable(package="mask")
class CausalMix(keras.layers.Layer):
    """Mean of all steps up to each step, by a triangular matrix."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def _weights(self, length, dtype):
        lower = ops.tril(ops.ones((length, length), dtype=dtype))
        return lower / ops.sum(lower, axis=1, keepdims=True)

    def call(self, x):
        return ops.matmul(self._weights(ops.shape(x)[1], x.dtype), x)

    def compute_output_shape(self, input_shape):
        return input_shape
