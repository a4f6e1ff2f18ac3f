"""Python's random module decides whether to drop."""

import random

import keras


@keras.saving.register_keras_serializable(package="cases")
class SkipSometimes(keras.layers.Layer):
    """Scales by a random number in training."""

    def call(self, inputs, training=False):
        if training:
            return inputs * (0.5 + random.random())
        return inputs
