import keras
from keras import ops


@keras.saving.register_keras_serializable(package="text")
class TokenAndPosition(keras.layers.Layer):
    """Token and position embedding; id 0 is padding.

    Args:
        vocabulary_size: Number of ids.
        max_length: Longest sequence.
        dim: Size of the vectors.
    """

    def __init__(self, vocabulary_size=100, max_length=32, dim=8, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary_size = vocabulary_size
        self.max_length = max_length
        self.dim = dim
        self.supports_masking = True

    def build(self, input_shape):
        self.tokens = self.add_weight(
            name="tokens", shape=(self.vocabulary_size, self.dim),
            initializer="uniform",
        )
        self.positions = self.add_weight(
            name="positions", shape=(self.max_length, self.dim),
            initializer="uniform",
        )
        self.built = True

    def call(self, token_ids):
        length = ops.shape(token_ids)[1]
        x = ops.take(self.tokens, ops.cast(token_ids, "int32"), axis=0)
        return x + self.positions[None, :length]

    def compute_mask(self, token_ids, mask=None):
        return ops.equal(token_ids, 0)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.dim)

    def get_config(self):
        return {
            **super().get_config(),
            "vocabulary_size": self.vocabulary_size,
            "max_length": self.max_length,
            "dim": self.dim,
        }
