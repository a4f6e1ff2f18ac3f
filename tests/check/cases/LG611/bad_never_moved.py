"""Running statistics are made, and neither moved nor used."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Centre(keras.layers.Layer):
    """Takes the mean away; the running mean was forgotten."""

    def build(self, input_shape):
        self.running_mean = self.add_weight(
            name="running_mean", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, inputs):
        return inputs - ops.mean(inputs, axis=-1, keepdims=True)
