from keras import Layer, ops
from keras.saving import register_keras_serializable


@register_keras_serializable("seq_tools")
class MaskedMean(Layer):
    """Average over the time axis which leaves padding out."""

    def __init__(self, keepdims=False, **kwargs):
        super().__init__(**kwargs)
        self.keepdims = keepdims
        self.supports_masking = True

    def call(self, inputs, mask=None):
        if mask is None:
            return ops.mean(inputs, axis=1, keepdims=self.keepdims)
        weight = ops.cast(ops.expand_dims(mask, axis=-1), "float32")
        total = ops.sum(inputs * weight, axis=1, keepdims=self.keepdims)
        count = ops.sum(weight, axis=1, keepdims=self.keepdims)
        return total / ops.maximum(count, 1)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        batch, _, features = input_shape
        return (batch, 1, features) if self.keepdims else (batch, features)

    def get_config(self):
        return {**super().get_config(), "keepdims": self.keepdims}
