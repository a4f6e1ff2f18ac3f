import keras
from keras import layers


@keras.saving.register_keras_serializable(package="encoders")
class TransformerEncoderBlock(layers.Layer):
    """Pre-norm encoder block: attention and a two-layer MLP, each with a skip.

    Args:
        num_heads: Number of attention heads.
        ff_dim: Width of the hidden layer in the MLP.
        rate: Dropout rate after both parts.
    """

    def __init__(self, num_heads, ff_dim, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = num_heads
        self.ff_dim = ff_dim
        self.rate = rate
        self.supports_masking = True

    def build(self, input_shape):
        embed_dim = input_shape[-1]
        common = {"dtype": self.dtype_policy}
        self.attention = layers.MultiHeadAttention(
            self.num_heads, embed_dim // self.num_heads, **common
        )
        self.norm_1 = layers.LayerNormalization(epsilon=1e-5, **common)
        self.norm_2 = layers.LayerNormalization(epsilon=1e-5, **common)
        self.mlp_in = layers.Dense(self.ff_dim, activation="gelu", **common)
        self.mlp_out = layers.Dense(embed_dim, **common)
        self.drop = layers.Dropout(self.rate, **common)
        self.norm_1.build(input_shape)
        self.norm_2.build(input_shape)
        self.attention.build(input_shape, input_shape)
        self.mlp_in.build(input_shape)
        self.mlp_out.build((*input_shape[:-1], self.ff_dim))
        self.built = True

    def call(self, inputs, mask=None, training=False):
        x = self.norm_1(inputs)
        x = self.attention(x, x, query_mask=mask, value_mask=mask, key_mask=mask, training=training)
        x = inputs + self.drop(x, training=training)
        y = self.mlp_out(self.mlp_in(self.norm_2(x)))
        return x + self.drop(y, training=training)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.ff_dim)

    def get_config(self):
        config = super().get_config()
        config.update(num_heads=self.num_heads, ff_dim=self.ff_dim, rate=self.rate)
        return config
