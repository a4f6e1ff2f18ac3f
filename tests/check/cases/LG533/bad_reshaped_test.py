"""Rows chosen by a test that was reshaped."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="select")
class MeanOfStrong(keras.layers.Layer):
    """Mean of the steps whose norm is above a threshold, for each sample."""

    def __init__(self, threshold=1.0, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold

    def call(self, x):
        strong = ops.sum(ops.square(x), axis=-1) > self.threshold
        rows = ops.reshape(x, (-1, x.shape[-1]))[ops.reshape(strong, (-1,))]  # LG533
        return x[:, 0] * 0.0 + ops.mean(rows, axis=0)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
