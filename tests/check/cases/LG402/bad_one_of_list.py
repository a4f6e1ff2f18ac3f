"""build builds the first sublayer only."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Perceptron(keras.layers.Layer):
    def __init__(self, sizes=(4, 3), **kwargs):
        super().__init__(**kwargs)
        self.sizes = list(sizes)
        self.blocks = [keras.layers.Dense(size) for size in self.sizes]

    def build(self, input_shape):
        self.blocks[0].build(input_shape)

    def call(self, inputs):
        for block in self.blocks:
            inputs = block(inputs)
        return inputs

    def get_config(self):
        return {**super().get_config(), "sizes": list(self.sizes)}
