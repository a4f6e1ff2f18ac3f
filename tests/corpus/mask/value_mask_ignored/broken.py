import keras
from keras import ops


@keras.saving.register_keras_serializable(package="attn")
class CrossAttention(keras.layers.Layer):
    """Single-head attention of a query sequence over a value sequence."""

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True

    def build(self, query_shape, value_shape):
        self.wq = self.add_weight(
            name="wq", shape=(query_shape[-1], self.units)
        )
        self.wk = self.add_weight(
            name="wk", shape=(value_shape[-1], self.units)
        )
        self.wv = self.add_weight(
            name="wv", shape=(value_shape[-1], self.units)
        )
        self.built = True

    def call(self, query, value, query_mask=None, value_mask=None):
        q = ops.matmul(query, self.wq)
        k = ops.matmul(value, self.wk)
        v = ops.matmul(value, self.wv)
        scores = ops.einsum("bqd,bkd->bqk", q, k) / self.units**0.5
        if query_mask is not None:
            scores = ops.where(
                query_mask[:, :, None], scores, ops.cast(-3e4, scores.dtype)
            )
        return ops.matmul(ops.softmax(scores), v)

    def compute_mask(self, query, query_mask=None):
        return query_mask

    def compute_output_shape(self, query_shape, value_shape):
        return (*query_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
