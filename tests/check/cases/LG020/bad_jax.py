"""JAX imported where it is used."""

import keras


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        import jax.numpy as jnp

        return jnp.tanh(x @ self.kernel)  # LG020

    def get_config(self):
        return {**super().get_config(), "units": self.units}
