"""Booleans come out of a layer whose spec says float."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Positive(keras.layers.Layer):
    """Which features are above a threshold."""

    def __init__(self, threshold=0.0, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold

    def call(self, inputs):
        return ops.greater(inputs, self.threshold)

    def compute_output_spec(self, inputs):
        return keras.KerasTensor(inputs.shape, dtype=inputs.dtype)
