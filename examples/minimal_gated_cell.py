# Written by layergen 0.1.0 from minimal_gated_cell.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="minimal_gated_cell")
class MinimalGatedCell(keras.layers.Layer):
    """A recurrent cell with one gate, to be run by keras.layers.RNN (MGU).

    Args:
        units: Positive integer.
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
        states: List of tensors: `h`.

    Input shape:
        x: `(batch, features)`.
        h: `(batch, units)`.

    Output shape:
        y: `(batch, units)`.
        state: `(batch, units)`.

    Example:

    >>> layer = MinimalGatedCell(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> h = keras.random.normal((2, 4))
    >>> y, [state] = layer(x, [h])

    References:

    - [Zhou et al., 2016](https://arxiv.org/abs/1603.09420)
    """

    def __init__(
        self,
        units,
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
        self.state_size = units
        self.output_size = units

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, 2 * self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.recurrent_kernel = self.add_weight(
            name="recurrent_kernel",
            shape=(self.units, self.units),
            initializer=self.recurrent_initializer,
            regularizer=self.recurrent_regularizer,
            constraint=self.recurrent_constraint,
        )
        self.candidate_kernel = self.add_weight(
            name="candidate_kernel",
            shape=(self.units, self.units),
            initializer=keras.initializers.deserialize(
                keras.initializers.serialize(self.recurrent_initializer)
            ),
            regularizer=self.recurrent_regularizer,
            constraint=self.recurrent_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(2 * self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, states):
        (h,) = states
        from_x, candidate = ops.split(
            ops.matmul(inputs, self.kernel) + self.bias, 2, axis=-1
        )
        forget = ops.sigmoid(from_x + ops.matmul(h, self.recurrent_kernel))
        candidate = self.activation(
            candidate + ops.matmul(forget * h, self.candidate_kernel)
        )
        y = (1 - forget) * h + forget * candidate
        state = y
        return y, [state]

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units), [(input_shape[0], self.units)]

    def get_config(self):
        config = {
            "units": self.units,
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
