"""What is left of keras.backend, and keras.ops for the rest."""

import keras
from keras import backend as K
from keras import ops


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        return ops.dot(x, self.kernel) + K.epsilon()

    def get_config(self):
        return {**super().get_config(), "units": self.units}
