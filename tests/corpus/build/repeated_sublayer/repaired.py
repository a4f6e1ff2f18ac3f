import keras


@keras.saving.register_keras_serializable(package="deep")
class DeepDense(keras.layers.Layer):
    def __init__(self, units=24, depth=3, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.depth = depth
        self.activation = keras.activations.get(activation)
        self.supports_masking = True
        self.entry = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.stack = [
            keras.layers.Dense(units, activation=self.activation, dtype=self.dtype_policy)
            for _ in range(depth)
        ]

    def build(self, input_shape):
        self.entry.build(input_shape)
        hidden_shape = tuple(input_shape[:-1]) + (self.units,)
        for layer in self.stack:
            if not layer.built:
                layer.build(hidden_shape)
        self.built = True

    def call(self, inputs):
        x = self.entry(inputs)
        for layer in self.stack:
            x = layer(x)
        return x

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.units,)

    def get_config(self):
        config = super().get_config()
        config.update(
            units=self.units,
            depth=self.depth,
            activation=keras.activations.serialize(self.activation),
        )
        return config
