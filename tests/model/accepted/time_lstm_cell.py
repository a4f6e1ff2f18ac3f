# Written by layergen 0.1.0 from time_lstm_cell.yaml
import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="time_lstm_cell")
class TimeLSTMCell(keras.layers.Layer):
    """TimeLSTMCell layer.

    Args:
        units: Positive integer.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor, one step of the sequence.
        states: List of tensors: `h`, `c`.

    Input shape:
        x: `(batch, features)`.
        h: `(batch, units)`.
        c: `(batch, units)`.

    Output shape:
        y: `(batch, units)`.
        h: `(batch, units)`.
        c: `(batch, units)`.

    Example:

    >>> layer = TimeLSTMCell(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> h = keras.random.normal((2, 4))
    >>> c = keras.random.normal((2, 4))
    >>> y, [h, c] = layer(x, [h, c])
    """

    def __init__(
        self,
        units,
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
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=2)
        self.state_size = [units, units]
        self.output_size = units

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if features < 2:
            raise ValueError(
                f"`features >= 2` must hold. Received: features={features}"
            )
        values = features - 1
        self.kernel = self.add_weight(
            name="kernel",
            shape=(values, 4 * self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.recurrent = self.add_weight(
            name="recurrent",
            shape=(self.units, 4 * self.units),
            initializer="orthogonal",
        )
        self.decompose = self.add_weight(
            name="decompose",
            shape=(self.units, self.units),
            initializer="glorot_uniform",
        )
        self.bias = self.add_weight(
            name="bias", shape=(4 * self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, states):
        h, c = states
        dt = inputs[:, -1:]
        short = ops.tanh(ops.matmul(c, self.decompose))
        adjusted = c - short + short / ops.log(math.e + ops.relu(dt))
        z = (
            ops.matmul(inputs[:, :-1], self.kernel)
            + ops.matmul(h, self.recurrent)
            + self.bias
        )
        i, f, o, g = ops.split(z, 4, axis=-1)
        c = ops.sigmoid(f) * adjusted + ops.sigmoid(i) * ops.tanh(g)
        h = ops.sigmoid(o) * ops.tanh(c)
        y = h
        return y, [h, c]

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units), [
            (input_shape[0], self.units),
            (input_shape[0], self.units),
        ]

    def get_config(self):
        config = {
            "units": self.units,
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
