"""Masked multi-head self-attention as in GPT."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="mini_gpt")
class CausalSelfAttention(layers.Layer):
    def __init__(self, d_model, num_heads, **kwargs):
        super().__init__(**kwargs)
        if d_model % num_heads:
            raise ValueError(
                f"d_model must be a multiple of num_heads. Received: {d_model=}, {num_heads=}"
            )
        self.d_model = d_model
        self.num_heads = num_heads
        self.head_size = d_model // num_heads
        self.supports_masking = True
        self.qkv = layers.Dense(3 * d_model, dtype=self.dtype_policy, name="qkv")
        self.out = layers.Dense(d_model, dtype=self.dtype_policy, name="out")

    def build(self, input_shape):
        self.qkv.build(input_shape)
        self.out.build((*input_shape[:-1], self.d_model))
        self.built = True

    def split_heads(self, x, length):
        x = ops.reshape(x, (-1, length, self.num_heads, self.head_size))
        return ops.transpose(x, (0, 2, 1, 3))

    def call(self, x, mask=None):
        length = ops.shape(x)[1]
        q, k, v = ops.split(self.qkv(x), 3, axis=-1)
        q = self.split_heads(q, length)
        k = self.split_heads(k, length)
        v = self.split_heads(v, length)
        scores = ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))) * self.head_size**-0.5
        if getattr(self, "allowed", None) is None:
            positions = ops.arange(length)
            self.allowed = positions[None, :] <= positions[:, None]
        allowed = self.allowed[None, None, :, :]
        if mask is not None:
            allowed = ops.logical_and(allowed, mask[:, None, None, :])
        scores = ops.where(allowed, scores, ops.full_like(scores, -3e4))
        mixed = ops.matmul(ops.softmax(scores, axis=-1), v)
        mixed = ops.transpose(mixed, (0, 2, 1, 3))
        return self.out(ops.reshape(mixed, (-1, length, self.d_model)))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.d_model)

    def get_config(self):
        config = super().get_config()
        config.update({"d_model": self.d_model, "num_heads": self.num_heads})
        return config
