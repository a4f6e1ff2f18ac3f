"""The same by way of `build`, called in the constructor."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Shift(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.bias = self.add_weight(shape=(8,), initializer="ones", name="bias")

    def call(self, inputs):
        return inputs + self.bias
