import keras
from keras import ops


@keras.saving.register_keras_serializable(package="attn")
class CrossAttention(keras.layers.Layer):
    """Single-head attention from `query` to `value`.

    Call arguments:
        query: Tensor of shape `(batch, target, query_dim)`.
        value: Tensor of shape `(batch, source, value_dim)`.
    """

    def __init__(self, key_dim: int = 16, **kwargs):
        super().__init__(**kwargs)
        self.key_dim = key_dim
        self.query_dense = keras.layers.Dense(key_dim, dtype=self.dtype_policy)
        self.key_dense = keras.layers.Dense(key_dim, dtype=self.dtype_policy)
        self.value_dense = keras.layers.Dense(key_dim, dtype=self.dtype_policy)

    def build(self, query_shape, value_shape):
        self.query_dense.build(query_shape)
        self.key_dense.build(value_shape)
        self.value_dense.build(value_shape)
        self.built = True

    def call(self, query, value):
        q, k, v = self.query_dense(query), self.key_dense(value), self.value_dense(value)
        scores = ops.matmul(q, ops.transpose(k, (0, 2, 1))) / self.key_dim**0.5
        return ops.matmul(ops.softmax(scores, axis=-1), v)

    def compute_output_shape(self, query_shape, value_shape):
        return (*query_shape[:-1], self.key_dim)

    def get_config(self):
        return {**super().get_config(), "key_dim": self.key_dim}
