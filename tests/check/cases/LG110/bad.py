"""Counts its instances on the class."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    instances = 0

    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        Scale.instances += 1

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
