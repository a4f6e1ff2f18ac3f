"""A step counter that the optimizer may move."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class WarmUp(keras.layers.Layer):
    """Lets the input in slowly."""

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), initializer="zeros")

    def call(self, inputs, training=False):
        if training:
            self.steps.assign_add(1.0)
        return inputs * self.steps / (self.steps + 10.0)
