# Written by layergen 0.1.0 from gated_recurrent_cell.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gated_recurrent_cell")
class GatedRecurrentCell(keras.layers.Layer):
    """One step of a gated recurrent unit, for keras.layers.RNN.

    Args:
        units: Positive integer. Size of the state.
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
        states: List of tensors: `h`.

    Input shape:
        x: `(batch, features)`.
        h: `(batch, units)`.

    Output shape:
        y: `(batch, units)`.
        next_h: `(batch, units)`.

    Example:

    >>> layer = GatedRecurrentCell(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> h = keras.random.normal((2, 4))
    >>> y, [next_h] = layer(x, [h])

    References:

    - [Cho et al., 2014](https://arxiv.org/abs/1406.1078)
    """

    def __init__(
        self,
        units,
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
        self.state_size = units
        self.output_size = units

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, 3 * self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.recurrent_kernel = self.add_weight(
            name="recurrent_kernel",
            shape=(self.units, 3 * self.units),
            initializer=self.recurrent_initializer,
            regularizer=self.recurrent_regularizer,
            constraint=self.recurrent_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(3 * self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, states):
        (h,) = states
        of_x = ops.matmul(inputs, self.kernel) + self.bias
        of_h = ops.matmul(h, self.recurrent_kernel[:, : 2 * self.units])
        update = ops.sigmoid(of_x[:, : self.units] + of_h[:, : self.units])
        reset = ops.sigmoid(
            of_x[:, self.units : 2 * self.units] + of_h[:, self.units :]
        )
        candidate = ops.tanh(
            of_x[:, 2 * self.units :]
            + ops.matmul(reset * h, self.recurrent_kernel[:, 2 * self.units :])
        )
        y = update * h + (1 - update) * candidate
        next_h = y
        return y, [next_h]

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units), [(input_shape[0], self.units)]

    def get_config(self):
        config = {
            "units": self.units,
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
