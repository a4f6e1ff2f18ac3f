# Written by layergen 0.1.0 from gated_conv1d.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gated_conv1d")
class GatedConv1D(keras.layers.Layer):
    """A causal convolution gated by a second one.

    Args:
        filters: Positive integer. Number of channels of the output.
        kernel_size: Positive integer. Number of steps that each output sees.
            Defaults to `3`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, channels)`.

    Output shape:
        Tensor of shape `(batch, time, filters)`.

    Example:

    >>> layer = GatedConv1D(filters=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Dauphin et al., 2017](https://arxiv.org/abs/1612.08083)
    """

    def __init__(
        self,
        filters,
        kernel_size=3,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(filters, int) or filters < 1:
            raise ValueError(
                "`filters` must be a positive integer. Received: "
                f"filters={filters}"
            )
        if not isinstance(kernel_size, int) or kernel_size < 1:
            raise ValueError(
                "`kernel_size` must be a positive integer. Received: "
                f"kernel_size={kernel_size}"
            )
        self.filters = filters
        self.kernel_size = kernel_size
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        channels = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.kernel_size, channels, 2 * self.filters),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(2 * self.filters,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        padded = ops.pad(inputs, [[0, 0], [self.kernel_size - 1, 0], [0, 0]])
        a, b = ops.split(ops.conv(padded, self.kernel) + self.bias, 2, axis=-1)
        return a * ops.sigmoid(b)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], self.filters)

    def get_config(self):
        config = {
            "filters": self.filters,
            "kernel_size": self.kernel_size,
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
