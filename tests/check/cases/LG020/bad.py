"""TensorFlow functions in a Keras layer."""

import keras
import tensorflow as tf


class MyLayer(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        y = tf.matmul(x, self.kernel)  # LG020
        return y - tf.reduce_mean(y, axis=-1, keepdims=True)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
