import keras
from keras import ops


@keras.saving.register_keras_serializable(package="ema")
class CausalMean(keras.layers.Layer):
    """Mean of all steps so far. (batch, time, features) in and out."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, sequence):
        counts = ops.cumsum(ops.ones_like(sequence), axis=1)
        return ops.cumsum(sequence, axis=1) / counts

    def compute_output_shape(self, input_shape):
        return input_shape
