import keras
from keras import layers
from keras import ops


@keras.saving.register_keras_serializable(package="retrieval")
class CrossAttention(layers.Layer):
    """One-head attention of a query sequence over a context sequence."""

    def __init__(self, key_dim, **kwargs):
        super().__init__(**kwargs)
        self.key_dim = key_dim
        self.supports_masking = True
        self.to_query = layers.Dense(key_dim, use_bias=False, dtype=self.dtype_policy)
        self.to_key = layers.Dense(key_dim, use_bias=False, dtype=self.dtype_policy)
        self.to_value = layers.Dense(key_dim, use_bias=False, dtype=self.dtype_policy)

    def build(self, query_shape, context_shape):
        self.to_query.build(query_shape)
        self.to_key.build(context_shape)
        self.to_value.build(context_shape)
        self.built = True

    def call(self, query, context, query_mask=None, context_mask=None):
        q = self.to_query(query)
        k = self.to_key(context)
        v = self.to_value(context)
        scores = ops.einsum("bqd,bkd->bqk", q, k) / self.key_dim**0.5
        if context_mask is not None:
            keep = ops.expand_dims(context_mask, axis=1)
            scores = ops.where(keep, scores, ops.full_like(scores, -3e4))
        return ops.einsum("bqk,bkd->bqd", ops.softmax(scores, axis=-1), v)

    def compute_output_shape(self, query_shape, context_shape):
        return (*query_shape[:-1], self.key_dim)

    def get_config(self):
        return {**super().get_config(), "key_dim": self.key_dim}
