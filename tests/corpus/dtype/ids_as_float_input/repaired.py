"""Embedding with learned scale, ported from a TF 1 project."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="ported")
class ScaledEmbedding(keras.layers.Layer):
    def __init__(self, vocab_size=5000, dim=8, **kwargs):
        super().__init__(**kwargs)
        self.vocab_size = vocab_size
        self.dim = dim

    def build(self, input_shape):
        self.table = self.add_weight(
            name="table", shape=(self.vocab_size, self.dim),
            initializer="random_normal",
        )
        self.built = True

    def call(self, token_ids):
        token_ids = ops.clip(
            ops.cast(token_ids, "int32"), 0, self.vocab_size - 1
        )
        vectors = ops.take(self.table, ops.cast(token_ids, "int32"), axis=0)
        return vectors * self.dim**0.5

    def compute_output_shape(self, input_shape):
        return tuple(input_shape) + (self.dim,)

    def get_config(self):
        return {
            **super().get_config(),
            "vocab_size": self.vocab_size,
            "dim": self.dim,
        }
