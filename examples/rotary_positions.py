# Written by layergen 0.1.0 from rotary_positions.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="rotary_positions")
class RotaryPositions(keras.layers.Layer):
    """Turns pairs of features by angles that grow with the position.

    Args:
        longest: Float. Longest wavelength. Defaults to `10000.0`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, heads, size)`.

    Output shape:
        Tensor of shape `(batch, time, heads, size)`.

    Example:

    >>> layer = RotaryPositions()
    >>> x = keras.random.normal((2, 6, 5, 8))
    >>> y = layer(x)

    References:

    - [Su et al., 2021](https://arxiv.org/abs/2104.09864)
    """

    def __init__(self, longest=10000.0, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(longest, (int, float)) or longest < 1:
            raise ValueError(
                "`longest` must be a number of at least 1. Received: "
                f"longest={longest}"
            )
        self.longest = longest
        self.input_spec = keras.layers.InputSpec(ndim=4)
        self.supports_masking = True

    def build(self, input_shape):
        size = input_shape[-1]
        if size is None:
            raise ValueError(
                "The axis `size` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if size % 2 != 0:
            raise ValueError(
                f"`size` must be divisible by 2. Received: size={size}"
            )
        self.rates = self.longest ** (-np.arange(0, size, 2) / size)
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: size})
        super().build(input_shape)

    def call(self, inputs):
        time = ops.shape(inputs)[1]
        # Half precision does not count beyond 256.
        steps = ops.cast(ops.arange(time), "float32")
        angles = steps[:, None, None] * ops.cast(self.rates, "float32")
        c = ops.cast(ops.cos(angles), self.compute_dtype)
        s = ops.cast(ops.sin(angles), self.compute_dtype)
        a, b = ops.split(inputs, 2, axis=-1)
        return ops.concatenate([a * c - b * s, b * c + a * s], axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"longest": self.longest}
        return {**super().get_config(), **config}
