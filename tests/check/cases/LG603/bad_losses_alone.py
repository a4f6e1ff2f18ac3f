"""A quantizer whose loss reaches the input, and whose output does not."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Quantizer(keras.layers.Layer):
    def __init__(self, codes=6, **kwargs):
        super().__init__(**kwargs)
        self.codes = codes

    def build(self, input_shape):
        self.table = self.add_weight(shape=(self.codes, input_shape[-1]), name="table")

    def call(self, x):
        distance = ops.sum(ops.square(x[..., None, :] - self.table), axis=-1)
        nearest = ops.take(self.table, ops.argmin(distance, axis=-1), axis=0)
        self.add_loss(ops.mean(ops.square(ops.stop_gradient(nearest) - x)))
        return nearest

    def get_config(self):
        return {**super().get_config(), "codes": self.codes}
