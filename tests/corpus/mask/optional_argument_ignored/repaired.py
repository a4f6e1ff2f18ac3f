import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="enc")
class EncoderLayer(layers.Layer):
    """A transformer encoder layer.

    Args:
        num_heads: Heads.
        key_dim: Size of a head.
        ffn_dim: Hidden size of the feed-forward part.
    """

    def __init__(self, num_heads=2, key_dim=4, ffn_dim=16, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = num_heads
        self.key_dim = key_dim
        self.ffn_dim = ffn_dim
        self.attention = layers.MultiHeadAttention(
            num_heads, key_dim, dtype=self.dtype_policy
        )
        self.norm1 = layers.LayerNormalization(dtype=self.dtype_policy)
        self.norm2 = layers.LayerNormalization(dtype=self.dtype_policy)
        self.ffn1 = layers.Dense(ffn_dim, "relu", dtype=self.dtype_policy)

    def build(self, input_shape):
        self.ffn2 = layers.Dense(input_shape[-1], dtype=self.dtype_policy)
        self.attention.build(input_shape, input_shape)
        self.norm1.build(input_shape)
        self.norm2.build(input_shape)
        self.ffn1.build(input_shape)
        self.ffn2.build((*input_shape[:-1], self.ffn_dim))
        self.built = True

    def call(self, inputs, attention_mask=None):
        y = self.norm1(inputs)
        inputs = inputs + self.attention(y, y, attention_mask=attention_mask)
        return inputs + self.ffn2(self.ffn1(self.norm2(inputs)))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "num_heads": self.num_heads,
            "key_dim": self.key_dim,
            "ffn_dim": self.ffn_dim,
        }
