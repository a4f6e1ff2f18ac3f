"""The list is made where it is filled."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Sums(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernels = [
            self.add_weight(shape=(input_shape[-1], self.units), name=f"kernel_{index}")
            for index in range(2)
        ]

    def call(self, inputs):
        return sum(keras.ops.matmul(inputs, kernel) for kernel in self.kernels)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
