"""Keeps its arguments in one line, and reads one of them."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, alpha=8.0, **kwargs):
        super().__init__(**kwargs)
        self.factor, self.alpha = factor, alpha

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor, "alpha": self.alpha}
