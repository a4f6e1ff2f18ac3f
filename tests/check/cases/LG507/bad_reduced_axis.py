"""The mean over time takes the batch's axis instead."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class MeanOverTime(keras.layers.Layer):
    """Averages a sequence of shape `(batch, time, features)`."""

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")
        super().build(input_shape)

    def call(self, inputs):
        return ops.mean(inputs * self.scale, axis=0)

    def compute_output_shape(self, input_shape):
        return input_shape[1:]
