"""Losses that reach the input, a weight alone, and one that is there in training only."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Penalised(keras.layers.Layer):
    def __init__(self, rate=0.01, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs, training=False):
        if training:
            self.add_loss(self.rate * ops.mean(ops.square(inputs)))
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}


@keras.saving.register_keras_serializable(package="cases")
class Centred(keras.layers.Layer):
    """A centre that follows the inputs, which it does not pull."""

    def build(self, input_shape):
        self.centre = self.add_weight(name="centre", shape=(input_shape[-1],), initializer="zeros")
        self.input_spec = keras.layers.InputSpec(axes={-1: input_shape[-1]})

    def call(self, inputs):
        self.add_loss(ops.mean(ops.square(ops.stop_gradient(inputs) - self.centre)))
        return inputs - self.centre

    def compute_output_shape(self, input_shape):
        return input_shape
