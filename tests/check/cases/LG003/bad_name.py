"""A layer that Keras 3 dropped."""

import keras
from keras import layers


class Thresholded(keras.layers.Layer):
    def __init__(self, theta=1.0, **kwargs):
        super().__init__(**kwargs)
        self.theta = theta
        self.activation = layers.ThresholdedReLU(theta=theta)  # LG003

    def call(self, x):
        return self.activation(x)

    def get_config(self):
        return {**super().get_config(), "theta": self.theta}
