"""A constructor that reads what it has not set yet."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.square = self.factor**2
        self.factor = factor

    def call(self, inputs):
        return inputs * self.square

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
