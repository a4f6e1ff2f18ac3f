"""Keras 2 backend functions through tensorflow.keras."""

from tensorflow import keras
from tensorflow.keras import backend as K


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        return K.dot(x, self.kernel)  # LG002

    def get_config(self):
        return {**super().get_config(), "units": self.units}
