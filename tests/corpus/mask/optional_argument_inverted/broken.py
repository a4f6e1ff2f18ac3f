import keras
from keras import ops


@keras.saving.register_keras_serializable(package="bert")
class SelfAttention(keras.layers.Layer):
    """Self-attention.

    Call arguments:
        hidden_states: `(batch, time, features)`.
        attention_mask: Optional `(batch, time)`; 1 for tokens to attend to,
            0 for padding.
    """

    def build(self, input_shape):
        dim = input_shape[-1]
        self.query = self.add_weight(name="query", shape=(dim, dim))
        self.key = self.add_weight(name="key", shape=(dim, dim))
        self.value = self.add_weight(name="value", shape=(dim, dim))
        self.built = True

    def call(self, hidden_states, attention_mask=None):
        q = ops.matmul(hidden_states, self.query)
        k = ops.matmul(hidden_states, self.key)
        v = ops.matmul(hidden_states, self.value)
        scores = ops.matmul(q, ops.transpose(k, (0, 2, 1)))
        scores = scores / hidden_states.shape[-1] ** 0.5
        if attention_mask is not None:
            keep = ops.cast(attention_mask, "bool")[:, None, :]
            low = ops.cast(-3e4, scores.dtype)
            scores = ops.where(keep, low, scores)
        return ops.matmul(ops.softmax(scores), v)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config()
