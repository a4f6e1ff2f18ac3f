"""Reverses the caller's list in place."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Perceptron(keras.layers.Layer):
    def __init__(self, units: list, **kwargs):
        super().__init__(**kwargs)
        units.append(1)
        self.units = list(units[:-1])

    def build(self, input_shape):
        self.kernels = []
        size = input_shape[-1]
        for index, units in enumerate(self.units):
            self.kernels.append(self.add_weight(shape=(size, units), name=f"kernel_{index}"))
            size = units

    def call(self, inputs):
        for kernel in self.kernels:
            inputs = keras.ops.matmul(inputs, kernel)
        return inputs

    def get_config(self):
        return {**super().get_config(), "units": list(self.units)}
