import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sinkhorn")
class Sinkhorn(keras.layers.Layer):
    """Makes a square matrix of scores doubly stochastic: (batch, n, n)."""

    def __init__(self, iterations=10, **kwargs):
        super().__init__(**kwargs)
        self.iterations = iterations
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, scores):
        log_p = scores
        for _ in range(self.iterations):
            log_p = log_p - ops.logsumexp(log_p, axis=1, keepdims=True)
            log_p = log_p - ops.logsumexp(log_p, axis=2, keepdims=True)
        return ops.exp(log_p)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "iterations": self.iterations}
