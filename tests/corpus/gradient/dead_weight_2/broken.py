import keras
from keras import layers, ops


@keras.utils.register_keras_serializable(package="text")
class TokenAndPosition(layers.Layer):
    """Token embedding plus a learned position embedding; id 0 is padding."""

    def __init__(self, vocab_size, max_length, embed_dim, mask_zero=True, **kwargs):
        super().__init__(**kwargs)
        self.vocab_size = vocab_size
        self.max_length = max_length
        self.embed_dim = embed_dim
        self.mask_zero = mask_zero
        self.token = layers.Embedding(vocab_size, embed_dim, dtype=self.dtype_policy)
        self.position = layers.Embedding(max_length, embed_dim, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.token.build(input_shape)
        self.position.build((input_shape[1],))
        self.built = True

    def call(self, token_ids):
        return self.token(token_ids)

    def compute_mask(self, token_ids, mask=None):
        if not self.mask_zero:
            return None
        return ops.not_equal(token_ids, 0)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.embed_dim)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "vocab_size": self.vocab_size,
                "max_length": self.max_length,
                "embed_dim": self.embed_dim,
                "mask_zero": self.mask_zero,
            }
        )
        return config
