"""An enum chooses: the maximum takes the zeros of the mask for steps."""

import enum

import keras
from keras import layers, ops


class Pooling(str, enum.Enum):
    MEAN = "mean"
    MAX = "max"
    CLS = "cls"


@keras.saving.register_keras_serializable(package="cases")
class Pooler(layers.Layer):
    """Pools a sequence. `pooling` is a Pooling or its value."""

    def __init__(self, pooling: str = Pooling.MEAN, **kwargs):
        super().__init__(**kwargs)
        self.pooling = Pooling(pooling)
        self.supports_masking = True

    def call(self, inputs, mask=None):
        if self.pooling is Pooling.CLS:
            return inputs[:, 0]
        if mask is None:
            return (
                ops.mean(inputs, axis=1)
                if self.pooling is Pooling.MEAN
                else ops.max(inputs, axis=1)
            )
        m = mask[..., None]
        if self.pooling is Pooling.MAX:
            return ops.max(inputs * ops.cast(m, inputs.dtype), axis=1)
        m = ops.cast(m, inputs.dtype)
        return ops.sum(inputs * m, axis=1) / ops.maximum(ops.sum(m, axis=1), 1)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2])

    def get_config(self):
        return {**super().get_config(), "pooling": self.pooling.value}
