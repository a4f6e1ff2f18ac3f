"""The mask is True for the padding."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Words(keras.layers.Layer):
    """Vectors of token ids; 0 is padding."""

    def __init__(self, vocabulary_size=20, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary_size = vocabulary_size

    def build(self, input_shape):
        self.table = self.add_weight(name="table", shape=(self.vocabulary_size, 8))

    def call(self, token_ids):
        return ops.take(self.table, ops.cast(token_ids, "int32"), axis=0)

    def compute_mask(self, token_ids, mask=None):
        return ops.equal(token_ids, 0)

    def compute_output_shape(self, input_shape):
        return (*input_shape, 8)

    def get_config(self):
        return {**super().get_config(), "vocabulary_size": self.vocabulary_size}
