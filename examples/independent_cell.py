# Written by layergen 0.1.0 from independent_cell.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="independent_cell")
class IndependentCell(keras.layers.Layer):
    """A recurrent cell whose units each see only their own past (IndRNN).

    Args:
        units: Positive integer.
        activation: Activation function to use. Defaults to `"relu"`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
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

    >>> layer = IndependentCell(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> h = keras.random.normal((2, 4))
    >>> y, [state] = layer(x, [h])

    References:

    - [Li et al., 2018](https://arxiv.org/abs/1803.04831)
    """

    def __init__(
        self,
        units,
        activation="relu",
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
        self.activation = keras.activations.get(activation)
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=2)
        self.state_size = units
        self.output_size = units

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.recurrent = self.add_weight(
            name="recurrent",
            shape=(self.units,),
            initializer=keras.initializers.RandomUniform(-1.0, 1.0),
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, states):
        (h,) = states
        y = self.activation(
            ops.matmul(inputs, self.kernel) + self.recurrent * h + self.bias
        )
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
            "kernel_regularizer": keras.regularizers.serialize(
                self.kernel_regularizer
            ),
            "kernel_constraint": keras.constraints.serialize(
                self.kernel_constraint
            ),
        }
        return {**super().get_config(), **config}
