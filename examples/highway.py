# Written by layergen 0.1.0 from highway.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="highway")
class Highway(keras.layers.Layer):
    """A learned mix of a nonlinear map of the input and the input itself.

    Args:
        gate_bias: Float. Initial bias of the gate; negative carries the input.
            Defaults to `-2.0`.
        activation: Activation function to use. Defaults to `"relu"`.
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
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = Highway()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Srivastava et al., 2015](https://arxiv.org/abs/1505.00387)
    """

    def __init__(
        self,
        gate_bias=-2.0,
        activation="relu",
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.gate_bias = gate_bias
        self.activation = keras.activations.get(activation)
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, features),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(features,), initializer="zeros"
        )
        self.gate_kernel = self.add_weight(
            name="gate_kernel",
            shape=(features, features),
            initializer="glorot_uniform",
        )
        self.gate_offset = self.add_weight(
            name="gate_offset",
            shape=(features,),
            initializer=keras.initializers.Constant(self.gate_bias),
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        gate = ops.sigmoid(
            ops.matmul(inputs, self.gate_kernel) + self.gate_offset
        )
        return (
            gate * self.activation(ops.matmul(inputs, self.kernel) + self.bias)
            + (1 - gate) * inputs
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "gate_bias": self.gate_bias,
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
