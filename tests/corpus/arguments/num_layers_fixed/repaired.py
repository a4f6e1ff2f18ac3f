import keras
from keras import layers


@keras.saving.register_keras_serializable(package="dense")
class DenseStack(layers.Layer):
    def __init__(self, units=8, num_layers=2, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.num_layers = num_layers
        self.activation = keras.activations.get(activation)
        self.blocks = [
            layers.Dense(units, activation=self.activation, dtype=self.dtype_policy)
            for _ in range(num_layers)
        ]

    def build(self, input_shape):
        shape = tuple(input_shape)
        for block in self.blocks:
            block.build(shape)
            shape = (*shape[:-1], self.units)
        self.built = True

    def call(self, inputs):
        x = inputs
        for block in self.blocks:
            x = block(x)
        return x

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["num_layers"] = self.num_layers
        config["activation"] = keras.activations.serialize(self.activation)
        return config
