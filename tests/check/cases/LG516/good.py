"""Keras hands training on by itself."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class DropNormalised(keras.layers.Layer):
    """Dropout, then batch normalisation."""

    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.dropout = keras.layers.Dropout(rate, dtype=self.dtype_policy)
        self.norm = keras.layers.BatchNormalization(dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dropout.build(input_shape)
        self.norm.build(input_shape)

    def call(self, inputs, training=False):
        return self.norm(self.dropout(inputs, training=training))
