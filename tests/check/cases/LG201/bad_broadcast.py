"""The shape of the input is used as it is, with None for the batch."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Gated(keras.layers.Layer):
    """A learnt gate for each feature, spread over the batch."""

    def build(self, input_shape):
        self.gate = self.add_weight(name="gate", shape=(input_shape[-1],))

    def call(self, inputs):
        return inputs * ops.broadcast_to(ops.sigmoid(self.gate), inputs.shape)
