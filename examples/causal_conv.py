# Written by layergen 0.1.0 from causal_conv.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="causal_conv")
class CausalConv(keras.layers.Layer):
    """A dilated convolution over time that sees no later step.

    Args:
        filters: Positive integer. Number of channels of the output.
        kernel_size: Positive integer. Defaults to `2`.
        dilation: Positive integer. Distance of the steps that are seen.
            Defaults to `1`.
        use_bias: Boolean. Defaults to `True`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        bias_initializer: Initializer for the `bias` weight. Defaults to
            `"zeros"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        bias_regularizer: Regularizer function for the `bias` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        bias_constraint: Constraint function for the `bias` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, channels)`.

    Output shape:
        Tensor of shape `(batch, time, filters)`.

    Example:

    >>> layer = CausalConv(filters=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [van den Oord et al., 2016](https://arxiv.org/abs/1609.03499)
    """

    def __init__(
        self,
        filters,
        kernel_size=2,
        dilation=1,
        use_bias=True,
        kernel_initializer="glorot_uniform",
        bias_initializer="zeros",
        kernel_regularizer=None,
        bias_regularizer=None,
        kernel_constraint=None,
        bias_constraint=None,
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
        if not isinstance(dilation, int) or dilation < 1:
            raise ValueError(
                "`dilation` must be a positive integer. Received: "
                f"dilation={dilation}"
            )
        self.filters = filters
        self.kernel_size = kernel_size
        self.dilation = dilation
        self.use_bias = use_bias
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.bias_initializer = keras.initializers.get(bias_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.bias_regularizer = keras.regularizers.get(bias_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.bias_constraint = keras.constraints.get(bias_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        channels = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.kernel_size, channels, self.filters),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        if self.use_bias:
            self.bias = self.add_weight(
                name="bias",
                shape=(self.filters,),
                initializer=self.bias_initializer,
                regularizer=self.bias_regularizer,
                constraint=self.bias_constraint,
            )
        else:
            self.bias = None
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        padded = ops.pad(
            inputs,
            [[0, 0], [self.dilation * (self.kernel_size - 1), 0], [0, 0]],
        )
        y = ops.conv(padded, self.kernel, dilation_rate=self.dilation)
        if self.use_bias:
            y = y + self.bias
        return y

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], self.filters)

    def get_config(self):
        config = {
            "filters": self.filters,
            "kernel_size": self.kernel_size,
            "dilation": self.dilation,
            "use_bias": self.use_bias,
            "kernel_initializer": keras.initializers.serialize(
                self.kernel_initializer
            ),
            "bias_initializer": keras.initializers.serialize(
                self.bias_initializer
            ),
            "kernel_regularizer": keras.regularizers.serialize(
                self.kernel_regularizer
            ),
            "bias_regularizer": keras.regularizers.serialize(
                self.bias_regularizer
            ),
            "kernel_constraint": keras.constraints.serialize(
                self.kernel_constraint
            ),
            "bias_constraint": keras.constraints.serialize(
                self.bias_constraint
            ),
        }
        return {**super().get_config(), **config}
