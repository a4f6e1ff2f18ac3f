"""Each weight and each sublayer with a name of its own."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Perceptron(keras.layers.Layer):
    def __init__(self, sizes=(4, 3), **kwargs):
        super().__init__(**kwargs)
        self.sizes = list(sizes)
        self.blocks = [
            keras.layers.Dense(size, name=f"block_{index}") for index, size in enumerate(self.sizes)
        ]

    def build(self, input_shape):
        self.scale = self.add_weight(shape=(input_shape[-1],), initializer="ones", name="scale")
        for block in self.blocks:
            block.build(input_shape)
            input_shape = block.compute_output_shape(input_shape)

    def call(self, inputs):
        inputs = inputs * self.scale
        for block in self.blocks:
            inputs = block(inputs)
        return inputs

    def get_config(self):
        return {**super().get_config(), "sizes": list(self.sizes)}
