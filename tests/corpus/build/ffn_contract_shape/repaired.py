import keras
from keras import layers


@keras.saving.register_keras_serializable(package="ffn")
class FeedForward(layers.Layer):
    """Position-wise feed-forward network with a residual connection.

    Args:
        hidden_dim: int, width of the inner layer.
    """

    def __init__(self, hidden_dim=32, **kwargs):
        super().__init__(**kwargs)
        self.hidden_dim = hidden_dim
        self.expand = layers.Dense(hidden_dim, activation="gelu", dtype=self.dtype_policy, name="expand")
        self.norm = layers.LayerNormalization(dtype=self.dtype_policy, name="norm")
        self.supports_masking = True

    def build(self, input_shape):
        self.contract = layers.Dense(input_shape[-1], dtype=self.dtype_policy, name="contract")
        self.norm.build(input_shape)
        self.expand.build(input_shape)
        self.contract.build((*input_shape[:-1], self.hidden_dim))
        super().build(input_shape)

    def call(self, inputs):
        return inputs + self.contract(self.expand(self.norm(inputs)))

    def compute_output_shape(self, input_shape):
        return tuple(input_shape)

    def get_config(self):
        return {**super().get_config(), "hidden_dim": self.hidden_dim}
