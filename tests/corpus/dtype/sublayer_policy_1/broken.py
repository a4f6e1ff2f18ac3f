import keras
from keras import layers


@keras.saving.register_keras_serializable(package="tabular")
class ResidualMLP(layers.Layer):
    """Two dense layers with a skip connection, as in many tabular models."""

    def __init__(self, hidden_dim, dropout_rate=0.1, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_dim = hidden_dim
        self.dropout_rate = dropout_rate
        self.activation = keras.activations.get(activation)
        self.supports_masking = True
        self.norm = layers.LayerNormalization(dtype=self.dtype_policy, name="norm")
        self.expand = layers.Dense(hidden_dim, activation=self.activation, name="expand")
        self.dropout = layers.Dropout(dropout_rate, dtype=self.dtype_policy, name="dropout")

    def build(self, input_shape):
        self.norm.build(input_shape)
        self.expand.build(input_shape)
        hidden_shape = tuple(input_shape[:-1]) + (self.hidden_dim,)
        self.dropout.build(hidden_shape)
        self.contract = layers.Dense(input_shape[-1], name="contract")
        self.contract.build(hidden_shape)
        self.built = True

    def call(self, inputs, training=None):
        x = self.norm(inputs)
        x = self.expand(x)
        x = self.dropout(x, training=training)
        return inputs + self.contract(x)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["hidden_dim"] = self.hidden_dim
        config["dropout_rate"] = self.dropout_rate
        config["activation"] = keras.activations.serialize(self.activation)
        return config
