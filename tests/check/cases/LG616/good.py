"""Momentum is the weight of what was there before."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Centre(keras.layers.Layer):
    def __init__(self, momentum=0.99, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, inputs, training=False):
        if not training or not self.trainable:
            return inputs - ops.cast(self.mean, inputs.dtype)
        mean = ops.mean(inputs, axis=tuple(range(len(inputs.shape) - 1)))
        new = ops.cast(mean, self.mean.dtype)
        self.mean.assign(self.momentum * self.mean.value + (1 - self.momentum) * new)
        return inputs - mean

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
