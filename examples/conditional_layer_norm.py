# Written by layergen 0.1.0 from conditional_layer_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="conditional_layer_norm")
class ConditionalLayerNorm(keras.layers.Layer):
    """Layer normalisation whose gain and bias come from a condition, and start
    at 1 and 0 (adaLN-Zero).

    Args:
        epsilon: Float. Defaults to `1e-6`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"zeros"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        condition: Tensor.

    Input shape:
        x: `(batch, time, features)`.
        condition: `(batch, size)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = ConditionalLayerNorm()
    >>> x = keras.random.normal((2, 6, 5))
    >>> condition = keras.random.normal((2, 8))
    >>> y = layer(x, condition)

    References:

    - [Peebles and Xie, 2023](https://arxiv.org/abs/2212.09748)
    """

    def __init__(
        self,
        epsilon=1e-6,
        kernel_initializer="zeros",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.epsilon = epsilon
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, x_shape, condition_shape):
        features = x_shape[-1]
        size = condition_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"x_shape={x_shape}"
            )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(size, 2 * features),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(2 * features,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        self.built = True

    def call(self, x, condition):
        scale, shift = ops.split(
            (ops.matmul(ops.silu(condition), self.kernel) + self.bias)[
                :, None, :
            ],
            2,
            axis=-1,
        )
        mean, variance = ops.moments(x, axes=-1, keepdims=True)
        return (x - mean) * ops.rsqrt(variance + self.epsilon) * (
            1 + scale
        ) + shift

    def compute_output_shape(self, x_shape, condition_shape):
        return x_shape

    def get_config(self):
        config = {
            "epsilon": self.epsilon,
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
