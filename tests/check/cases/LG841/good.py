"""The mask of the embedding is handed on; and an embedding whose steps are summed away."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class TokensAndPositions(keras.layers.Layer):
    """Embeds ids, and where they stand."""

    def __init__(self, vocabulary=50, longest=64, units=6, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary = vocabulary
        self.longest = longest
        self.units = units
        policy = self.dtype_policy
        self.tokens = keras.layers.Embedding(vocabulary, units, mask_zero=True, dtype=policy)
        self.positions = keras.layers.Embedding(longest, units, dtype=policy)

    def build(self, input_shape):
        self.tokens.build(input_shape)
        self.positions.build(input_shape)

    def call(self, ids):
        return self.tokens(ids) + self.positions(ops.arange(ops.shape(ids)[1]))

    def compute_mask(self, ids, mask=None):
        return self.tokens.compute_mask(ids, mask)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.units)

    def get_config(self):
        return {
            **super().get_config(),
            "vocabulary": self.vocabulary,
            "longest": self.longest,
            "units": self.units,
        }


@keras.saving.register_keras_serializable(package="cases")
class Bag(keras.layers.Layer):
    """The sum of what the ids stand for."""

    def __init__(self, vocabulary=50, units=6, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary = vocabulary
        self.units = units
        self.tokens = keras.layers.Embedding(
            vocabulary, units, mask_zero=True, dtype=self.dtype_policy
        )

    def build(self, input_shape):
        self.tokens.build(input_shape)

    def call(self, ids):
        kept = ops.cast(ids != 0, self.compute_dtype)
        return ops.sum(self.tokens(ids) * kept[..., None], axis=1)

    def compute_mask(self, ids, mask=None):
        return None

    def get_config(self):
        return {**super().get_config(), "vocabulary": self.vocabulary, "units": self.units}
