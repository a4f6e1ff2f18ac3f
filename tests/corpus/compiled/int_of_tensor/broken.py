import keras
from keras import ops


@keras.saving.register_keras_serializable(package="trim")
class KeepTop(keras.layers.Layer):
    """Zeroes all but the largest share of the features."""

    def __init__(self, share=0.5, **kwargs):
        super().__init__(**kwargs)
        self.share = share

    def call(self, inputs):
        k = max(1, int(ops.sum(ops.ones_like(inputs[0])) * self.share))
        values, _ = ops.top_k(inputs, k)
        threshold = values[..., -1:]
        return ops.where(inputs >= threshold, inputs, ops.zeros_like(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "share": self.share}
