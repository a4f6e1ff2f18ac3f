"""A block whose width is an argument with a default, which the residual connection asks of the input."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Block(keras.layers.Layer):
    def __init__(self, width=48, rate=0.2, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.rate = rate
        self.dense = keras.layers.Dense(width, dtype=self.dtype_policy)
        self.dropout = keras.layers.Dropout(rate, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, inputs, training=False):
        return inputs + self.dropout(self.dense(inputs), training=True)

    def get_config(self):
        return {**super().get_config(), "width": self.width, "rate": self.rate}
