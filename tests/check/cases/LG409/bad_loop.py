"""A loop that gives each sublayer the same name."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Perceptron(keras.layers.Layer):
    def __init__(self, sizes=(4, 3), **kwargs):
        super().__init__(**kwargs)
        self.sizes = list(sizes)
        self.blocks = [keras.layers.Dense(size, name="block") for size in self.sizes]

    def build(self, input_shape):
        for block in self.blocks:
            block.build(input_shape)
            input_shape = block.compute_output_shape(input_shape)

    def call(self, inputs):
        for block in self.blocks:
            inputs = block(inputs)
        return inputs

    def get_config(self):
        return {**super().get_config(), "sizes": list(self.sizes)}
