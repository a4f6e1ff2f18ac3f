# Written by layergen 0.1.0 from kolmogorov_arnold_dense.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="kolmogorov_arnold_dense")
class KolmogorovArnoldDense(keras.layers.Layer):
    """Every connection is a learned function, a sum of Gaussian bumps (KAN).

    Args:
        units: Positive integer.
        bumps: Integer. Defaults to `8`.
        low: Float. Defaults to `-2.0`.
        high: Float. Defaults to `2.0`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., units)`.

    Example:

    >>> layer = KolmogorovArnoldDense(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Liu et al., 2024](https://arxiv.org/abs/2404.19756)
    - [Li, 2024](https://arxiv.org/abs/2405.06721)
    """

    def __init__(
        self,
        units,
        bumps=8,
        low=-2.0,
        high=2.0,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(bumps, int) or bumps < 2:
            raise ValueError(
                "`bumps` must be an integer of at least 2. Received: "
                f"bumps={bumps}"
            )
        if low >= high:
            raise ValueError(
                f"`low < high` must hold. Received: low={low}, high={high}"
            )
        self.units = units
        self.bumps = bumps
        self.low = low
        self.high = high
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.centers = np.linspace(self.low, self.high, self.bumps)
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.coefficients = self.add_weight(
            name="coefficients",
            shape=(features, self.bumps, self.units),
            initializer=keras.initializers.RandomNormal(stddev=0.1),
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        basis = ops.exp(
            -ops.square(
                (inputs[..., None] - ops.cast(self.centers, self.compute_dtype))
                * ((self.bumps - 1) / (self.high - self.low))
            )
        )
        return ops.matmul(ops.silu(inputs), self.kernel) + ops.einsum(
            "...fb,fbu->...u", basis, self.coefficients
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "bumps": self.bumps,
            "low": self.low,
            "high": self.high,
            "kernel_initializer": keras.initializers.serialize(
                self.kernel_initializer
            ),
            "kernel_regularizer": keras.regularizers.serialize(
                self.kernel_regularizer
            ),
            "kernel_constraint": keras.constraints.serialize(
                self.kernel_constraint
            ),
        }
        return {**super().get_config(), **config}
