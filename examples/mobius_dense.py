# Written by layergen 0.1.0 from mobius_dense.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="mobius_dense")
class MobiusDense(keras.layers.Layer):
    """A dense map between Poincaré balls, with Möbius multiplication and
    addition.

    Args:
        units: Positive integer.
        use_bias: Boolean. Defaults to `True`.
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

    >>> layer = MobiusDense(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Ganea et al., 2018](https://arxiv.org/abs/1805.09112)
    """

    def __init__(
        self,
        units,
        use_bias=True,
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
        self.units = units
        self.use_bias = use_bias
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        if self.use_bias:
            self.bias = self.add_weight(
                name="bias", shape=(self.units,), initializer="zeros"
            )
        else:
            self.bias = None
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        def length(v):
            return ops.sqrt(
                ops.sum(ops.square(v), axis=-1, keepdims=True) + 1e-12
            )

        inputs = ops.cast(
            inputs, "float32"
        )  # half precision does not reach the border of the ball
        mapped = ops.matmul(inputs, ops.cast(self.kernel, "float32"))
        stretch = length(mapped) / length(inputs)
        y = (
            ops.tanh(
                stretch * ops.arctanh(ops.minimum(length(inputs), 1 - 1e-3))
            )
            * mapped
            / length(mapped)
        )
        if self.use_bias:
            shift = ops.cast(self.bias, "float32")
            shift = ops.tanh(length(shift)) * shift / length(shift)
            inner = 2 * ops.sum(y * shift, axis=-1, keepdims=True)
            y2, s2 = ops.sum(ops.square(y), axis=-1, keepdims=True), ops.sum(
                ops.square(shift)
            )
            y = ((1 + inner + s2) * y + (1 - y2) * shift) / (
                1 + inner + y2 * s2
            )
        return ops.cast(y, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "use_bias": self.use_bias,
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
