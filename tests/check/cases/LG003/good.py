"""Old names behind a guard."""

import keras
from keras import ops

try:
    from keras.utils.generic_utils import register_keras_serializable
except ImportError:
    from keras.saving import register_keras_serializable


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        return ops.dot(x, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
