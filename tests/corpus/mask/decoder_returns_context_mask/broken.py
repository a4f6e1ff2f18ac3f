import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="nmt")
class DecoderBlock(layers.Layer):
    """Cross-attention of a target sequence over the encoded source."""

    def __init__(self, num_heads=2, key_dim=4, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = num_heads
        self.key_dim = key_dim
        self.supports_masking = True
        self.attention = layers.MultiHeadAttention(
            num_heads, key_dim, dtype=self.dtype_policy
        )
        self.norm = layers.LayerNormalization(dtype=self.dtype_policy)

    def build(self, target_shape, source_shape):
        self.attention.build(target_shape, source_shape)
        self.norm.build(target_shape)
        self.built = True

    def call(self, target, source, target_mask=None, source_mask=None):
        attention_mask = None
        if source_mask is not None:
            attention_mask = source_mask[:, None, :]
        y = self.attention(target, source, attention_mask=attention_mask)
        return self.norm(target + y)

    def compute_mask(
        self, target, source, target_mask=None, source_mask=None
    ):
        return target_mask

    def compute_output_shape(self, target_shape, source_shape):
        return target_shape

    def get_config(self):
        return {
            **super().get_config(),
            "num_heads": self.num_heads,
            "key_dim": self.key_dim,
        }
