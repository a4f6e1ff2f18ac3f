# Written by layergen 0.1.0 from masked_autoregressive_dense.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="masked_autoregressive_dense")
class MaskedAutoregressiveDense(keras.layers.Layer):
    """A dense map in which each output sees only the inputs that come before it
    (MADE).

    Args:
        units: Positive integer.
        event_size: Integer.
        position: One of `"first"`, `"hidden"`, `"last"`. Defaults to
            `"hidden"`.
        activation: Activation function to use, or None.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, features)`.

    Output shape:
        Tensor of shape `(batch, units)`.

    Example:

    >>> layer = MaskedAutoregressiveDense(units=4, event_size=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Germain et al., 2015](https://arxiv.org/abs/1502.03509)
    """

    def __init__(
        self,
        units,
        event_size,
        position="hidden",
        activation=None,
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
        if not isinstance(event_size, int) or event_size < 2:
            raise ValueError(
                "`event_size` must be an integer of at least 2. Received: "
                f"event_size={event_size}"
            )
        if position not in ("first", "hidden", "last"):
            raise ValueError(
                "`position` must be one of 'first', 'hidden', 'last'. "
                f"Received: position={position}"
            )
        self.units = units
        self.event_size = event_size
        self.position = position
        self.activation = keras.activations.get(activation)
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        degrees_in = (
            np.arange(features) % self.event_size + 1
            if self.position == "first"
            else np.arange(features) % (self.event_size - 1) + 1
        )
        degrees_out = (
            np.arange(self.units) % self.event_size + 1
            if self.position == "last"
            else np.arange(self.units) % (self.event_size - 1) + 1
        )
        self.allowed = (
            degrees_out[None, :] > degrees_in[:, None]
            if self.position == "last"
            else degrees_out[None, :] >= degrees_in[:, None]
        )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        return self.activation(
            ops.matmul(
                inputs, self.kernel * ops.cast(self.allowed, self.compute_dtype)
            )
            + self.bias
        )

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "event_size": self.event_size,
            "position": self.position,
            "activation": keras.activations.serialize(self.activation),
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
