# Written by layergen 0.1.0 from normalized_memory_cell.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="normalized_memory_cell")
class NormalizedMemoryCell(keras.layers.Layer):
    """An LSTM cell with layer normalisation of its sums.

    Args:
        units: Positive integer.
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
        states: List of tensors: `h`, `c`.

    Input shape:
        x: `(batch, features)`.
        h: `(batch, units)`.
        c: `(batch, units)`.

    Output shape:
        y: `(batch, units)`.
        state: `(batch, units)`.
        memory: `(batch, units)`.

    Example:

    >>> layer = NormalizedMemoryCell(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> h = keras.random.normal((2, 4))
    >>> c = keras.random.normal((2, 4))
    >>> y, [state, memory] = layer(x, [h, c])

    References:

    - [Ba et al., 2016](https://arxiv.org/abs/1607.06450)
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
        self.state_size = [units, units]
        self.output_size = units
        self.input_norm = keras.layers.LayerNormalization(
            dtype=self.dtype_policy, name="input_norm"
        )
        self.recurrent_norm = keras.layers.LayerNormalization(
            dtype=self.dtype_policy, name="recurrent_norm"
        )
        self.memory_norm = keras.layers.LayerNormalization(
            dtype=self.dtype_policy, name="memory_norm"
        )

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
        self.input_norm.build((input_shape[0], 4 * self.units))
        self.recurrent_norm.build((input_shape[0], 4 * self.units))
        self.memory_norm.build((input_shape[0], self.units))
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, states):
        h, c = states
        sums = (
            self.input_norm(ops.matmul(inputs, self.kernel))
            + self.recurrent_norm(ops.matmul(h, self.recurrent_kernel))
            + self.bias
        )
        enter, forget, candidate, leave = ops.split(sums, 4, axis=-1)
        memory = ops.sigmoid(forget + 1) * c + ops.sigmoid(enter) * ops.tanh(
            candidate
        )
        y = ops.sigmoid(leave) * ops.tanh(self.memory_norm(memory))
        state = y
        return y, [state, memory]

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
