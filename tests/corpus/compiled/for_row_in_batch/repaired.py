import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cov")
class Covariance(keras.layers.Layer):
    """Covariance matrix of the features over time: (b, t, d) -> (b, d, d)."""

    def call(self, x):
        x = x - ops.mean(x, axis=1, keepdims=True)
        n = ops.cast(ops.shape(x)[1], x.dtype)
        return ops.matmul(ops.transpose(x, (0, 2, 1)), x) / n

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2], input_shape[2])
