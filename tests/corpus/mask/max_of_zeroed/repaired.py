import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pool")
class MaskedMax(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs, mask=None):
        if mask is not None:
            keep = ops.expand_dims(mask, axis=-1)
            inputs = ops.where(keep, inputs, ops.cast(-6e4, inputs.dtype))
        return ops.max(inputs, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return input_shape[:1] + input_shape[2:]

    def get_config(self):
        return super().get_config()
