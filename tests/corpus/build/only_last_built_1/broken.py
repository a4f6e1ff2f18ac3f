import keras
from keras import layers


@keras.saving.register_keras_serializable(package="stacks")
class DenseStack(layers.Layer):
    """A small MLP: one dense layer for each entry of `hidden_units`."""

    def __init__(self, hidden_units=(16, 16), activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.hidden_units = list(hidden_units)
        self.activation = activation
        self.supports_masking = True
        self.stack = [
            layers.Dense(units, activation=activation, dtype=self.dtype_policy)
            for units in self.hidden_units
        ]

    def build(self, input_shape):
        shape = tuple(input_shape)
        for dense in self.stack[:-1]:
            shape = dense.compute_output_shape(shape)
        self.stack[-1].build(shape)
        self.built = True

    def call(self, inputs):
        x = inputs
        for dense in self.stack:
            x = dense(x)
        return x

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.hidden_units[-1])

    def get_config(self):
        config = super().get_config()
        config["hidden_units"] = self.hidden_units
        config["activation"] = self.activation
        return config
