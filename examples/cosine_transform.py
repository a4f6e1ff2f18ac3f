# Written by layergen 0.1.0 from cosine_transform.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="cosine_transform")
class CosineTransform(keras.layers.Layer):
    """The orthonormal discrete cosine transform of the last axis, its first
    coefficients only.

    Args:
        coefficients: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., length)`.

    Output shape:
        Tensor of shape `(batch, ..., coefficients)`.

    Example:

    >>> layer = CosineTransform(coefficients=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - Ahmed et al., 1974, doi:10.1109/T-C.1974.223784
    """

    def __init__(self, coefficients, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(coefficients, int) or coefficients < 1:
            raise ValueError(
                "`coefficients` must be a positive integer. Received: "
                f"coefficients={coefficients}"
            )
        self.coefficients = coefficients
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        length = input_shape[-1]
        if length is None:
            raise ValueError(
                "The axis `length` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if self.coefficients > length:
            raise ValueError(
                "`coefficients <= length` must hold. Received: "
                f"coefficients={self.coefficients}, length={length}"
            )
        self.waves = np.cos(
            np.pi
            / length
            * np.outer(np.arange(length) + 0.5, np.arange(self.coefficients))
        )
        self.gains = np.sqrt(
            np.where(np.arange(self.coefficients) == 0, 1.0, 2.0) / length
        )
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes={-1: length})
        super().build(input_shape)

    def call(self, inputs):
        return ops.matmul(
            inputs, ops.cast(self.waves, self.compute_dtype)
        ) * ops.cast(self.gains, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.coefficients)

    def get_config(self):
        config = {"coefficients": self.coefficients}
        return {**super().get_config(), **config}
