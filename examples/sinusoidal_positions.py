# Written by layergen 0.1.0 from sinusoidal_positions.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="sinusoidal_positions")
class SinusoidalPositions(keras.layers.Layer):
    """Adds sines and cosines of the position, from short to long waves.

    Args:
        longest: Float. Longest wavelength. Defaults to `10000.0`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = SinusoidalPositions()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Vaswani et al., 2017](https://arxiv.org/abs/1706.03762)
    """

    def __init__(self, longest=10000.0, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(longest, (int, float)) or longest < 1:
            raise ValueError(
                "`longest` must be a number of at least 1. Received: "
                f"longest={longest}"
            )
        self.longest = longest
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if features % 2 != 0:
            raise ValueError(
                "`features` must be divisible by 2. Received: "
                f"features={features}"
            )
        self.rates = self.longest ** (-np.arange(0, features, 2) / features)
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        time = ops.shape(inputs)[1]
        # Half precision does not count beyond 256.
        steps = ops.cast(ops.arange(time), "float32")
        angles = steps[:, None] * ops.cast(self.rates, "float32")
        return inputs + ops.cast(
            ops.concatenate([ops.sin(angles), ops.cos(angles)], axis=-1),
            self.compute_dtype,
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"longest": self.longest}
        return {**super().get_config(), **config}
