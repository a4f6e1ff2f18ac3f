"""Kernels are appended to a list that __init__ made."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Sums(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernels = []

    def build(self, input_shape):
        for index in range(2):
            kernel = self.add_weight(shape=(input_shape[-1], self.units), name=f"kernel_{index}")
            self.kernels.append(kernel)

    def call(self, inputs):
        return sum(keras.ops.matmul(inputs, kernel) for kernel in self.kernels)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
