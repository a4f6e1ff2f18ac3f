"""The shim by its full name."""

import tensorflow as tf


class MyLayer(tf.keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        x = tf.keras.backend.l2_normalize(x, axis=-1)  # LG002
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units}
