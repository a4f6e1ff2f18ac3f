"""An argument of tf.keras add_weight."""

import keras
from keras import ops


class Gain(keras.layers.Layer):
    def build(self, input_shape):
        self.gain = self.add_weight(  # LG008
            name="gain", shape=(input_shape[-1],), initializer="ones", use_resource=True
        )

    def call(self, x):
        return x * self.gain
