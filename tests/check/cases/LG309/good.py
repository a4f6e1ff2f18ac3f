"""build keeps what it derives apart from the arguments."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Perceptron(keras.layers.Layer):
    def __init__(self, sizes=(4, 3), **kwargs):
        super().__init__(**kwargs)
        self.sizes = list(sizes)

    def build(self, input_shape):
        self.all_sizes = [input_shape[-1], *self.sizes]
        self.kernels = [
            self.add_weight(shape=(rows, columns), name=f"kernel_{index}")
            for index, (rows, columns) in enumerate(zip(self.all_sizes, self.all_sizes[1:]))
        ]

    def call(self, inputs):
        for kernel in self.kernels:
            inputs = keras.ops.matmul(inputs, kernel)
        return inputs

    def get_config(self):
        return {**super().get_config(), "sizes": list(self.sizes)}
