import dataclasses

import keras
from keras import layers, ops


@dataclasses.dataclass
class Projections:
    query: layers.Dense
    key: layers.Dense
    value: layers.Dense


@keras.saving.register_keras_serializable(package="selfattn")
class SelfAttention(layers.Layer):
    """Single-head self-attention over `(batch, time, features)`."""

    def __init__(self, dim=16, **kwargs):
        super().__init__(**kwargs)
        self.dim = dim
        self.proj = Projections(*(layers.Dense(dim, dtype=self.dtype_policy) for _ in range(3)))

    def build(self, input_shape):
        for field in dataclasses.fields(self.proj):
            getattr(self.proj, field.name).build(input_shape)
        super().build(input_shape)

    def call(self, x):
        q, k, v = self.proj.query(x), self.proj.key(x), self.proj.value(x)
        scores = ops.matmul(q, ops.transpose(k, (0, 2, 1))) * self.dim**-0.5
        return ops.matmul(ops.softmax(scores, axis=-1), v)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.dim)

    def get_config(self):
        return {**super().get_config(), "dim": self.dim}
