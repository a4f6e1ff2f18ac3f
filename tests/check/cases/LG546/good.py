"""Each step sees those up to it."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class CausalAttention(keras.layers.Layer):
    """Causal self-attention."""

    def build(self, input_shape):
        features = input_shape[-1]
        self.queries = self.add_weight(name="queries", shape=(features, features))
        self.keys = self.add_weight(name="keys", shape=(features, features))
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        q, k = ops.matmul(inputs, self.queries), ops.matmul(inputs, self.keys)
        scores = ops.matmul(q, ops.swapaxes(k, 1, 2))
        steps = ops.arange(ops.shape(inputs)[1])
        seen = steps[None, :] <= steps[:, None]
        shares = ops.softmax(ops.where(seen, scores, -1e4), axis=-1)
        return ops.matmul(shares, inputs)

    def compute_output_shape(self, input_shape):
        return input_shape
