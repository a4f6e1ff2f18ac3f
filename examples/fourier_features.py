# Written by layergen 0.1.0 from fourier_features.yaml
import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="fourier_features")
class FourierFeatures(keras.layers.Layer):
    """Sines and cosines of fixed random projections.

    Args:
        units: Positive integer. Number of projections.
        scale: Float. Standard deviation of the projections. Defaults to `1.0`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., 2 * units)`.

    Example:

    >>> layer = FourierFeatures(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Tancik et al., 2020](https://arxiv.org/abs/2006.10739)
    """

    def __init__(self, units, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(scale, (int, float)) or scale < 0:
            raise ValueError(
                "`scale` must be a non-negative number. Received: "
                f"scale={scale}"
            )
        self.units = units
        self.scale = scale
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.projection = self.add_weight(
            name="projection",
            shape=(features, self.units),
            initializer=keras.initializers.RandomNormal(stddev=self.scale),
            trainable=False,
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        angles = 2 * math.pi * ops.matmul(inputs, self.projection)
        return ops.concatenate([ops.cos(angles), ops.sin(angles)], axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 2 * self.units)

    def get_config(self):
        config = {"units": self.units, "scale": self.scale}
        return {**super().get_config(), **config}
