"""A frozen layer goes on noting the largest number."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class PeakScale(keras.layers.Layer):
    """Divides by the largest number seen."""

    def build(self, input_shape):
        self.peak = self.add_weight(name="peak", shape=(), initializer="ones", trainable=False)

    def call(self, inputs, training=None):
        if training:
            self.peak.assign(ops.maximum(self.peak, ops.max(ops.abs(inputs))))
        return inputs / self.peak
