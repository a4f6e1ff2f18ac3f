"""The attention mask hides where it is True."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SelfAttention(keras.layers.Layer):
    """Attention over (batch, steps, features); attention_mask is (batch, steps)."""

    def build(self, input_shape):
        self.key = self.add_weight(name="key", shape=(input_shape[-1], input_shape[-1]))

    def call(self, inputs, attention_mask=None):
        scores = ops.matmul(ops.matmul(inputs, self.key), ops.transpose(inputs, (0, 2, 1)))
        if attention_mask is not None:
            hidden = ops.cast(attention_mask, "bool")[:, None, :]
            scores = ops.where(hidden, ops.cast(-3e4, scores.dtype), scores)
        return ops.matmul(ops.softmax(scores), inputs)

    def compute_output_shape(self, input_shape):
        return input_shape
