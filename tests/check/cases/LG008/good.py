"""Arguments that Keras 3 takes."""

import keras
from keras import ops


class Gain(keras.layers.Layer):
    def __init__(self, activity_regularizer=None, **kwargs):
        super().__init__(activity_regularizer=activity_regularizer, **kwargs)

    def build(self, input_shape):
        self.gain = self.add_weight(
            name="gain", shape=(input_shape[-1],), initializer="ones", autocast=False
        )

    def call(self, x):
        return x * ops.cast(self.gain, x.dtype)
