"""State that moves, and a constant that is read."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Count(keras.layers.Layer):
    """Counts its training steps; the scale is fixed."""

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), initializer="zeros", trainable=False)
        self.scale = self.add_weight(name="scale", shape=(), initializer="ones", trainable=False)

    def call(self, inputs, training=False):
        if training:
            self.steps.assign_add(1.0)
        return ops.tanh(inputs * self.scale)
