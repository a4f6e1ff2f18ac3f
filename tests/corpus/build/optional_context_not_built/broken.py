import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="unet")
class SpatialTransformer(layers.Layer):
    """Self-attention, and cross-attention where a context is given."""

    def __init__(self, num_heads=2, key_dim=4, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = num_heads
        self.key_dim = key_dim
        self.self_attention = layers.MultiHeadAttention(
            num_heads, key_dim, dtype=self.dtype_policy
        )
        self.cross_attention = layers.MultiHeadAttention(
            num_heads, key_dim, dtype=self.dtype_policy
        )

    def build(self, x_shape, context_shape=None):
        self.self_attention.build(x_shape, x_shape)
        self.built = True

    def call(self, x, context=None):
        x = x + self.self_attention(x, x)
        if context is not None:
            x = x + self.cross_attention(x, context)
        return x

    def compute_output_shape(self, x_shape, context_shape=None):
        return x_shape

    def get_config(self):
        return {
            **super().get_config(),
            "num_heads": self.num_heads,
            "key_dim": self.key_dim,
        }
