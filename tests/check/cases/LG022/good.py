"""Variables that Keras tracks."""

import keras
from keras import ops


class Gain(keras.layers.Layer):
    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(input_shape[-1],), initializer="ones")
        self.bias = keras.Variable(ops.zeros((input_shape[-1],)))

    def call(self, x):
        return x * self.gain + self.bias
