"""The name of the weight where the shape belongs."""

import keras
from keras import ops


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(  # LG004
            "kernel", shape=(input_shape[-1], self.units), initializer="uniform", trainable=True
        )

    def call(self, x):
        return ops.dot(x, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
