"""The counter is a weight."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class WarmUp(keras.layers.Layer):
    """Counts its calls during training."""

    def build(self, input_shape):
        self.calls = self.add_weight(
            name="calls", shape=(), dtype="int32", initializer="zeros", trainable=False
        )

    def call(self, inputs, training=False):
        if training:
            self.calls.assign_add(1)
        return inputs * 2.0
