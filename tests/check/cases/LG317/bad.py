"""A running mean in a plain attribute: gone after loading."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Centre(keras.layers.Layer):
    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.mean = 0.0

    def call(self, inputs, training=None):
        if training:
            mean = ops.mean(inputs, axis=0, keepdims=True)
            self.mean = self.mean * self.momentum + mean * (1 - self.momentum)
        return inputs - self.mean

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
