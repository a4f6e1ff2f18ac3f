# Written by layergen 0.1.0 from hyper_dense.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="hyper_dense")
class HyperDense(keras.layers.Layer):
    """A dense map whose kernel is made, for each sample, from another input.

    Args:
        units: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        context: Tensor.

    Input shape:
        x: `(batch, time, features)`.
        context: `(batch, size)`.

    Output shape:
        Tensor of shape `(batch, time, units)`.

    Example:

    >>> layer = HyperDense(units=4)
    >>> x = keras.random.normal((2, 6, 5))
    >>> context = keras.random.normal((2, 8))
    >>> y = layer(x, context)

    References:

    - [Ha et al., 2017](https://arxiv.org/abs/1609.09106)
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True
        self.make_bias = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="make_bias"
        )

    def build(self, x_shape, context_shape):
        features = x_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"x_shape={x_shape}"
            )
        self.make_kernel = keras.layers.Dense(
            features * self.units, dtype=self.dtype_policy, name="make_kernel"
        )
        self.make_kernel.build((x_shape[0], context_shape[1]))
        self.make_bias.build((x_shape[0], context_shape[1]))
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        self.built = True

    def call(self, x, context):
        batch = ops.shape(x)[0]
        features = ops.shape(x)[-1]
        kernel = ops.reshape(
            self.make_kernel(context), (batch, features, self.units)
        )
        return ops.matmul(x, kernel) + self.make_bias(context)[:, None, :]

    def compute_output_shape(self, x_shape, context_shape):
        return (x_shape[0], x_shape[1], self.units)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
