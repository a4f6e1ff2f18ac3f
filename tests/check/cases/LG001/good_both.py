"""Code for both versions of Keras."""

import keras
from keras import backend as K


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        if hasattr(K, "dot"):
            return K.dot(x, self.kernel)
        return keras.ops.dot(x, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
