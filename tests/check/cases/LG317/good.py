"""The running mean is a weight."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Centre(keras.layers.Layer):
    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        self.mean = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", trainable=False, name="mean"
        )

    def call(self, inputs, training=None):
        if training:
            mean = ops.mean(inputs, axis=tuple(range(len(inputs.shape) - 1)))
            self.mean.assign(self.mean * self.momentum + mean * (1 - self.momentum))
        return inputs - self.mean

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
