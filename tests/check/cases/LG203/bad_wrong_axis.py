"""compute_output_shape keeps the last axis, which call has averaged away."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class MeanOverFeatures(keras.layers.Layer):
    """Averages the features of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return ops.mean(inputs, axis=-1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2])
