"""Dropout by keras.random and by a sublayer, whose generators were given no number."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Thinned(keras.layers.Layer):
    """Drops half the features in training, and again a tenth."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator()
        self.dropout = keras.layers.Dropout(0.1)

    def build(self, input_shape):
        self.dropout.build(input_shape)
        super().build(input_shape)

    def call(self, inputs, training=False):
        if training:
            inputs = keras.random.dropout(inputs, 0.5, seed=self.seed_generator)
        return self.dropout(inputs, training=training)
