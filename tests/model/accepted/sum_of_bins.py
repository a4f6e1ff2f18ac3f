# Written by layergen 0.1.0 from sum_of_bins.yaml
import math

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="sum_of_bins")
class SumOfBins(keras.layers.Layer):
    """SumOfBins layer.

    Args:
        bins: Tuple of integers. Defaults to `(2, 3)`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, d)`.

    Output shape:
        Tensor of shape `(batch, total)`.

    Example:

    >>> layer = SumOfBins()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)
    """

    def __init__(self, bins=(2, 3), **kwargs):
        super().__init__(**kwargs)
        bins = tuple(bins)
        if any(not isinstance(item, int) or item < 1 for item in bins):
            raise ValueError(
                "`bins` must be a tuple of positive integers. Received: "
                f"bins={bins}"
            )
        self.bins = bins
        self.total = sum([e * 2 for e in bins])
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        d = input_shape[-1]
        self.scale = math.e ** np.arange(self.total)
        self.other = np.array([e for e in self.bins])
        self.w = self.add_weight(
            name="w", shape=(d, self.total), initializer="ones"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: d})
        super().build(input_shape)

    def call(self, inputs):
        y = ops.matmul(inputs, self.w) * ops.cast(
            self.scale, self.compute_dtype
        ) * math.e + ops.cast(
            ops.sum(ops.cast(self.other, "int32")), self.compute_dtype
        )
        for e in range(2):
            y = y + e
        return y

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.total)

    def get_config(self):
        config = {"bins": self.bins}
        return {**super().get_config(), **config}
