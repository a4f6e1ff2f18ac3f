"""Makes a mask where it is asked for one."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Ids(keras.layers.Layer):
    def __init__(self, mask_zero=False, **kwargs):
        super().__init__(**kwargs)
        self.mask_zero = mask_zero
        self.supports_masking = True

    def build(self, input_shape):
        self.table = self.add_weight(shape=(12, 6), name="table")

    def call(self, ids):
        return ops.take(self.table, ids, axis=0)

    def compute_mask(self, ids, mask=None):
        return ops.not_equal(ids, 0) if self.mask_zero else None

    def get_config(self):
        return {**super().get_config(), "mask_zero": self.mask_zero}
