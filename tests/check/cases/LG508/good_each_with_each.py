"""Each view is compared with each: rows stand in both axes of what comes out."""

import keras
from keras import ops, layers


@keras.saving.register_keras_serializable(package="cases")
class ContrastiveHead(layers.Layer):
    """Projects two views and returns their (batch, batch) similarity matrix."""

    def __init__(self, dim=16, temperature=0.1, **kwargs):
        super().__init__(**kwargs)
        self.dim = dim
        self.temperature = temperature
        self.proj = layers.Dense(dim, use_bias=False, dtype=self.dtype_policy)

    def build(self, input_shape):
        a, b = input_shape
        self.proj.build(a)
        self.built = True

    def call(self, inputs):
        a, b = inputs
        a = self.proj(a)
        b = self.proj(b)
        a = a / (ops.norm(a, axis=-1, keepdims=True) + 1e-3)
        b = b / (ops.norm(b, axis=-1, keepdims=True) + 1e-3)
        return ops.matmul(a, ops.transpose(b)) / self.temperature

    def compute_output_shape(self, input_shape):
        a, b = input_shape
        return (a[0], b[0])

    def get_config(self):
        return {**super().get_config(), "dim": self.dim, "temperature": self.temperature}
