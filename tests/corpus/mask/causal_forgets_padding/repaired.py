import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gpt")
class CausalSelfAttention(keras.layers.Layer):
    """Causal self-attention.

    Args:
        num_heads: Number of heads; divides the features.

    Input shape:
        `(batch, time, features)`.
    """

    def __init__(self, num_heads=2, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = num_heads
        self.supports_masking = True

    def build(self, input_shape):
        dim = input_shape[-1]
        if dim % self.num_heads:
            raise ValueError(
                f"`num_heads` must divide the features. Received: "
                f"num_heads={self.num_heads}, features={dim}"
            )
        self.qkv = self.add_weight(name="qkv", shape=(dim, 3 * dim))
        self.out = self.add_weight(name="out", shape=(dim, dim))
        self.built = True

    def call(self, inputs, mask=None):
        b, t, dim = ops.shape(inputs)
        qkv = ops.reshape(
            ops.matmul(inputs, self.qkv),
            (-1, t, 3, self.num_heads, dim // self.num_heads),
        )
        q, k, v = qkv[:, :, 0], qkv[:, :, 1], qkv[:, :, 2]
        scores = ops.einsum("bqhd,bkhd->bhqk", q, k)
        scores = scores / (dim // self.num_heads) ** 0.5
        i = ops.arange(t)
        allowed = (i[:, None] >= i[None, :])[None, None]
        if mask is not None:
            allowed = ops.logical_and(allowed, mask[:, None, None, :])
        scores = ops.where(allowed, scores, ops.cast(-3e4, scores.dtype))
        y = ops.einsum("bhqk,bkhd->bqhd", ops.softmax(scores), v)
        return ops.matmul(ops.reshape(y, (-1, t, dim)), self.out)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "num_heads": self.num_heads}
