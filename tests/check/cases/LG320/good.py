"""What is fitted is a weight; a temperature that is set is in the config."""

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="cases")
class Scaled(keras.layers.Layer):
    """Divides by the deviation of a sample, then by a temperature."""

    def __init__(self, temperature=1.0, **kwargs):
        super().__init__(**kwargs)
        self.temperature = temperature

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(), initializer="ones", trainable=False)

    def fit_scale(self, sample):
        self.scale.assign(np.std(sample))

    def set_temperature(self, temperature):
        self.temperature = temperature

    def call(self, inputs):
        return inputs / self.scale / self.temperature

    def get_config(self):
        return {**super().get_config(), "temperature": self.temperature}
