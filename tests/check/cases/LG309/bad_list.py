"""build appends to the list that the config reports."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Perceptron(keras.layers.Layer):
    def __init__(self, sizes=(4, 3), **kwargs):
        super().__init__(**kwargs)
        self.sizes = list(sizes)

    def build(self, input_shape):
        self.sizes.insert(0, input_shape[-1])
        self.kernels = [
            self.add_weight(shape=(rows, columns), name=f"kernel_{index}")
            for index, (rows, columns) in enumerate(zip(self.sizes, self.sizes[1:]))
        ]

    def call(self, inputs):
        for kernel in self.kernels:
            inputs = keras.ops.matmul(inputs, kernel)
        return inputs

    def get_config(self):
        return {**super().get_config(), "sizes": list(self.sizes)}
