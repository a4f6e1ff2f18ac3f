"""The ids' embedding is scaled, and a product carries no mask."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class ScaledEmbedding(keras.layers.Layer):
    def __init__(self, vocabulary=40, units=6, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary = vocabulary
        self.units = units

    def build(self, input_shape):
        self.table = keras.layers.Embedding(
            self.vocabulary, self.units, mask_zero=True, dtype=self.dtype_policy
        )
        self.table.build(input_shape)

    def call(self, inputs):
        return self.table(inputs) * self.units**0.5

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.units)

    def get_config(self):
        return {**super().get_config(), "vocabulary": self.vocabulary, "units": self.units}
