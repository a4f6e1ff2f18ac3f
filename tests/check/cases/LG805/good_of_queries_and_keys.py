"""The mask is left to the caller, (batch, queries, keys): it is none of steps."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="cases")
class ScaledAttention(layers.Layer):
    """query, key, value and an optional mask (batch, queries, keys), True to attend."""

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.q = layers.Dense(units, dtype=self.dtype_policy)
        self.k = layers.Dense(units, dtype=self.dtype_policy)
        self.v = layers.Dense(units, dtype=self.dtype_policy)

    def build(self, query_shape, key_shape, value_shape):
        self.q.build(query_shape)
        self.k.build(key_shape)
        self.v.build(value_shape)
        self.built = True

    def call(self, query, key, value, mask=None):
        scores = ops.einsum("bqd,bkd->bqk", self.q(query), self.k(key)) / self.units**0.5
        if mask is not None:
            scores = ops.where(ops.cast(mask, "bool"), scores, ops.cast(-3e4, scores.dtype))
        return ops.matmul(ops.softmax(scores, axis=-1), self.v(value))

    def compute_output_shape(self, query_shape, key_shape, value_shape):
        return (*query_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
