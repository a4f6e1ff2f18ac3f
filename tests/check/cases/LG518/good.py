"""Still at inference."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class DropScale(keras.layers.Layer):
    """Dropout, then a scale."""

    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.dropout = keras.layers.Dropout(rate, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dropout.build(input_shape)

    def call(self, inputs, training=False):
        return self.dropout(inputs, training=training) * 2.0
