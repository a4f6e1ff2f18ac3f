import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pool")
class MaskedMean(keras.layers.Layer):
    """Mean over time of the steps that are not masked."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs, mask=None):
        weights = ops.expand_dims(ops.cast(mask, inputs.dtype), -1)
        total = ops.sum(weights, axis=1)
        return ops.sum(inputs * weights, axis=1) / ops.maximum(total, 1.0)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2])
