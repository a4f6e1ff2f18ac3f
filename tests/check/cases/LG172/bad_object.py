"""An initializer object as default."""

import keras
from keras import ops


class Gain(keras.layers.Layer):
    def __init__(self, initializer=keras.initializers.RandomNormal(), **kwargs):  # LG172
        super().__init__(**kwargs)
        self.initializer = keras.initializers.get(initializer)

    def build(self, input_shape):
        self.gain = self.add_weight(
            name="gain", shape=(input_shape[-1],), initializer=self.initializer
        )

    def call(self, x):
        return x * self.gain

    def get_config(self):
        return {
            **super().get_config(),
            "initializer": keras.initializers.serialize(self.initializer),
        }
