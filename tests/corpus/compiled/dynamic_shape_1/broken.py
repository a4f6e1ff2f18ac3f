import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pooling_k")
class TopKPool(keras.layers.Layer):
    """Mean of the k largest values over time, for each feature."""

    def __init__(self, k=3, **kwargs):
        super().__init__(**kwargs)
        if k < 1:
            raise ValueError(f"k must be at least 1. Received: k={k}")
        self.k = k
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        by_feature = ops.transpose(inputs, (0, 2, 1))
        values, _ = ops.top_k(by_feature, self.k)
        (rows,) = ops.nonzero(ops.max(values, axis=(1, 2)) > -1e6)
        values = ops.take(values, rows, axis=0)
        return ops.mean(values, axis=-1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2])

    def get_config(self):
        return {**super().get_config(), "k": self.k}
