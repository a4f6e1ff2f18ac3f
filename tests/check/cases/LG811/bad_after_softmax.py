"""What is hidden has taken part in the softmax."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SelfAttention(keras.layers.Layer):
    """Attention over (batch, steps, features); attention_mask is (batch, steps)."""

    def build(self, input_shape):
        self.key = self.add_weight(name="key", shape=(input_shape[-1], input_shape[-1]))

    def call(self, inputs, attention_mask=None):
        scores = ops.matmul(ops.matmul(inputs, self.key), ops.transpose(inputs, (0, 2, 1)))
        weights = ops.softmax(scores)
        if attention_mask is not None:
            weights = weights * ops.cast(attention_mask, weights.dtype)[:, None, :]
        return ops.matmul(weights, inputs)

    def compute_output_shape(self, input_shape):
        return input_shape
