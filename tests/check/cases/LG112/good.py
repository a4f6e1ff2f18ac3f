"""Names of its own, and the switches of Keras that a layer may turn."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Stack(keras.layers.Layer):
    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self._allow_non_tensor_positional_args = True
        self._stack = [keras.layers.Dense(units, dtype=self.dtype_policy) for _ in range(2)]

    def build(self, input_shape):
        for layer in self._stack:
            layer.build(input_shape)
            input_shape = (*input_shape[:-1], self.units)
        self.built = True

    def call(self, inputs):
        for layer in self._stack:
            inputs = layer(inputs)
        return inputs

    def get_config(self):
        return {**super().get_config(), "units": self.units}
