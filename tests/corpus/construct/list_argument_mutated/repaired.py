import keras
from keras import layers


@keras.saving.register_keras_serializable(package="mlp")
class Tower(layers.Layer):
    """A stack of Dense layers with a linear head.

    Args:
        hidden_units: list of widths.
        out_units: width of the head.
    """

    def __init__(self, hidden_units=(16, 8), out_units=4, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.out_units = out_units
        self.activation = activation
        self.hidden_units = list(hidden_units)
        widths = [*hidden_units, out_units]
        self.stack = [
            layers.Dense(
                n,
                activation=activation if i < len(widths) - 1 else None,
                dtype=self.dtype_policy,
            )
            for i, n in enumerate(widths)
        ]

    def build(self, input_shape):
        shape = tuple(input_shape)
        for layer in self.stack:
            layer.build(shape)
            shape = layer.compute_output_shape(shape)
        self.built = True

    def call(self, x):
        for layer in self.stack:
            x = layer(x)
        return x

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.out_units,)

    def get_config(self):
        config = super().get_config()
        config.update(
            hidden_units=list(self.hidden_units),
            out_units=self.out_units,
            activation=self.activation,
        )
        return config
