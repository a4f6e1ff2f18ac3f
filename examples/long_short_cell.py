# Written by layergen 0.1.0 from long_short_cell.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="long_short_cell")
class LongShortCell(keras.layers.Layer):
    """One step of a long short-term memory, for keras.layers.RNN.

    Args:
        units: Positive integer. Size of each state.
        recurrent_activation: Activation function to use. Defaults to
            `"sigmoid"`.
        activation: Activation function to use. Defaults to `"tanh"`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        recurrent_initializer: Initializer for the `recurrent` weight. Defaults
            to `"orthogonal"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        recurrent_regularizer: Regularizer function for the `recurrent` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        recurrent_constraint: Constraint function for the `recurrent` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor, one step of the sequence.
        states: List of tensors: `hidden`, `carry`.

    Input shape:
        x: `(batch, features)`.
        hidden: `(batch, units)`.
        carry: `(batch, units)`.

    Output shape:
        y: `(batch, units)`.
        next_hidden: `(batch, units)`.
        next_carry: `(batch, units)`.

    Example:

    >>> layer = LongShortCell(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> hidden = keras.random.normal((2, 4))
    >>> carry = keras.random.normal((2, 4))
    >>> y, [next_hidden, next_carry] = layer(x, [hidden, carry])

    References:

    - Hochreiter & Schmidhuber, 1997; keras.layers.LSTMCell
    """

    def __init__(
        self,
        units,
        recurrent_activation="sigmoid",
        activation="tanh",
        kernel_initializer="glorot_uniform",
        recurrent_initializer="orthogonal",
        kernel_regularizer=None,
        recurrent_regularizer=None,
        kernel_constraint=None,
        recurrent_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.recurrent_activation = keras.activations.get(recurrent_activation)
        self.activation = keras.activations.get(activation)
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.recurrent_initializer = keras.initializers.get(
            recurrent_initializer
        )
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.recurrent_regularizer = keras.regularizers.get(
            recurrent_regularizer
        )
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.recurrent_constraint = keras.constraints.get(recurrent_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=2)
        self.state_size = [units, units]
        self.output_size = units

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, 4 * self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.recurrent_kernel = self.add_weight(
            name="recurrent_kernel",
            shape=(self.units, 4 * self.units),
            initializer=self.recurrent_initializer,
            regularizer=self.recurrent_regularizer,
            constraint=self.recurrent_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(4 * self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, states):
        hidden, carry = states
        gates = (
            ops.matmul(inputs, self.kernel)
            + ops.matmul(hidden, self.recurrent_kernel)
            + self.bias
        )
        i, f, c, o = ops.split(gates, 4, axis=-1)
        next_carry = self.recurrent_activation(
            f
        ) * carry + self.recurrent_activation(i) * self.activation(c)
        y = self.recurrent_activation(o) * self.activation(next_carry)
        next_hidden = y
        return y, [next_hidden, next_carry]

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units), [
            (input_shape[0], self.units),
            (input_shape[0], self.units),
        ]

    def get_config(self):
        config = {
            "units": self.units,
            "recurrent_activation": keras.activations.serialize(
                self.recurrent_activation
            ),
            "activation": keras.activations.serialize(self.activation),
            "kernel_initializer": keras.initializers.serialize(
                self.kernel_initializer
            ),
            "recurrent_initializer": keras.initializers.serialize(
                self.recurrent_initializer
            ),
            "kernel_regularizer": keras.regularizers.serialize(
                self.kernel_regularizer
            ),
            "recurrent_regularizer": keras.regularizers.serialize(
                self.recurrent_regularizer
            ),
            "kernel_constraint": keras.constraints.serialize(
                self.kernel_constraint
            ),
            "recurrent_constraint": keras.constraints.serialize(
                self.recurrent_constraint
            ),
        }
        return {**super().get_config(), **config}
