"""The rate goes into a Dropout that nobody calls."""

import keras
from keras import layers


@keras.saving.register_keras_serializable(package="cases")
class Head(layers.Layer):
    def __init__(self, units=3, dropout=0.3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dropout = dropout
        self.drop = layers.Dropout(dropout, dtype=self.dtype_policy)
        self.dense = layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.built = True

    def call(self, inputs):
        return self.dense(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "dropout": self.dropout}
