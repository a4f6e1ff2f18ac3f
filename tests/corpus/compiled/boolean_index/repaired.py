import keras
from keras import ops


@keras.saving.register_keras_serializable(package="outlier")
class ClipOutliers(keras.layers.Layer):
    """Centres by the mean of the entries that lie within `limit`."""

    def __init__(self, limit=3.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit
        self.supports_masking = True

    def call(self, x):
        inside = ops.abs(x) < self.limit
        kept = ops.cast(inside, x.dtype)
        count = ops.maximum(ops.sum(kept, axis=-1, keepdims=True), 1.0)
        return x - ops.sum(x * kept, axis=-1, keepdims=True) / count

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "limit": self.limit}
