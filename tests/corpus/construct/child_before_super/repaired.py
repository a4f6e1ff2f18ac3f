import keras
from keras import layers


@keras.saving.register_keras_serializable(package="res")
class ResidualMLP(layers.Layer):
    def __init__(self, hidden=16, dropout=0.1, **kwargs):
        super().__init__(**kwargs)
        self.hidden = hidden
        self.norm = layers.LayerNormalization(dtype=self.dtype_policy)
        self.drop = layers.Dropout(dropout, dtype=self.dtype_policy)
        self.dropout = dropout
        self.supports_masking = True

    def build(self, input_shape):
        self.up = layers.Dense(self.hidden, activation="gelu", dtype=self.dtype_policy)
        self.down = layers.Dense(input_shape[-1], dtype=self.dtype_policy)
        self.norm.build(input_shape)
        self.up.build(input_shape)
        self.down.build(tuple(input_shape[:-1]) + (self.hidden,))
        self.built = True

    def call(self, x, training=None):
        h = self.down(self.up(self.norm(x)))
        return x + self.drop(h, training=training)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "hidden": self.hidden,
            "dropout": self.dropout,
        }
