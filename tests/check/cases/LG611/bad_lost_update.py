"""The new value is computed and goes nowhere."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Count(keras.layers.Layer):
    """Counts its training steps, or means to."""

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=False):
        if training:
            steps = self.steps + 1.0
        return ops.tanh(inputs)
