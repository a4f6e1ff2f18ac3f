"""The backend by a module alias."""

import keras
import keras.backend as KB

K = KB


def ops_free(x):
    return x


class Phase(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x, training=None):
        x = ops_free(x)
        return K.in_train_phase(x, x * 0.5)  # LG001

    def get_config(self):
        return {**super().get_config(), "units": self.units}
