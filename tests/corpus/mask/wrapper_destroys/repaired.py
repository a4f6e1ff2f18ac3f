import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="blocks")
class FeedForward(layers.Layer):
    """The position-wise feed-forward block of a transformer."""

    def __init__(self, hidden_dim=16, dropout=0.1, **kwargs):
        super().__init__(**kwargs)
        self.hidden_dim = hidden_dim
        self.dropout = dropout
        self.supports_masking = True
        self.expand = layers.Dense(
            hidden_dim, activation="gelu", dtype=self.dtype_policy
        )
        self.drop = layers.Dropout(dropout, dtype=self.dtype_policy)
        self.norm = layers.LayerNormalization(dtype=self.dtype_policy)

    def build(self, input_shape):
        self.contract = layers.Dense(input_shape[-1], dtype=self.dtype_policy)
        self.expand.build(input_shape)
        self.contract.build((*input_shape[:-1], self.hidden_dim))
        self.norm.build(input_shape)
        self.built = True

    def call(self, inputs, training=None):
        y = self.contract(self.expand(inputs))
        return self.norm(inputs + self.drop(y, training=training))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "hidden_dim": self.hidden_dim,
            "dropout": self.dropout,
        }
