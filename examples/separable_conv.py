# Written by layergen 0.1.0 from separable_conv.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="separable_conv")
class SeparableConv(keras.layers.Layer):
    """A convolution of each channel, then a map of all channels at each
    position.

    Args:
        filters: Positive integer. Number of channels of the output.
        kernel_size: Integer or tuple of 2 integers. Defaults to `(3, 3)`.
        strides: Positive integer. Defaults to `1`.
        padding: One of `"valid"`, `"same"`. Defaults to `"valid"`.
        depth_multiplier: Positive integer. Channels made of each channel.
            Defaults to `1`.
        depthwise_initializer: Initializer for the `depthwise` weight. Defaults
            to `"glorot_uniform"`.
        pointwise_initializer: Initializer for the `pointwise` weight. Defaults
            to `"glorot_uniform"`.
        depthwise_regularizer: Regularizer function for the `depthwise` weight.
        pointwise_regularizer: Regularizer function for the `pointwise` weight.
        depthwise_constraint: Constraint function for the `depthwise` weight.
        pointwise_constraint: Constraint function for the `pointwise` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape `(batch, rows, columns, filters)`.

    Example:

    >>> layer = SeparableConv(filters=4)
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - [Chollet, 2017](https://arxiv.org/abs/1610.02357)
    """

    def __init__(
        self,
        filters,
        kernel_size=(3, 3),
        strides=1,
        padding="valid",
        depth_multiplier=1,
        depthwise_initializer="glorot_uniform",
        pointwise_initializer="glorot_uniform",
        depthwise_regularizer=None,
        pointwise_regularizer=None,
        depthwise_constraint=None,
        pointwise_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        kernel_size = (
            (kernel_size,) * 2
            if isinstance(kernel_size, int)
            else tuple(kernel_size)
        )
        if not isinstance(filters, int) or filters < 1:
            raise ValueError(
                "`filters` must be a positive integer. Received: "
                f"filters={filters}"
            )
        if len(kernel_size) != 2 or any(
            not isinstance(item, int) or item < 1 for item in kernel_size
        ):
            raise ValueError(
                "`kernel_size` must be 2 positive integers. Received: "
                f"kernel_size={kernel_size}"
            )
        if not isinstance(strides, int) or strides < 1:
            raise ValueError(
                "`strides` must be a positive integer. Received: "
                f"strides={strides}"
            )
        if padding not in ("valid", "same"):
            raise ValueError(
                "`padding` must be one of 'valid', 'same'. Received: "
                f"padding={padding}"
            )
        if not isinstance(depth_multiplier, int) or depth_multiplier < 1:
            raise ValueError(
                "`depth_multiplier` must be a positive integer. Received: "
                f"depth_multiplier={depth_multiplier}"
            )
        self.filters = filters
        self.kernel_size = kernel_size
        self.strides = strides
        self.padding = padding
        self.depth_multiplier = depth_multiplier
        self.depthwise_initializer = keras.initializers.get(
            depthwise_initializer
        )
        self.pointwise_initializer = keras.initializers.get(
            pointwise_initializer
        )
        self.depthwise_regularizer = keras.regularizers.get(
            depthwise_regularizer
        )
        self.pointwise_regularizer = keras.regularizers.get(
            pointwise_regularizer
        )
        self.depthwise_constraint = keras.constraints.get(depthwise_constraint)
        self.pointwise_constraint = keras.constraints.get(pointwise_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        if channels is None:
            raise ValueError(
                "The axis `channels` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.depthwise_kernel = self.add_weight(
            name="depthwise_kernel",
            shape=(*self.kernel_size, channels, self.depth_multiplier),
            initializer=self.depthwise_initializer,
            regularizer=self.depthwise_regularizer,
            constraint=self.depthwise_constraint,
        )
        self.pointwise_kernel = self.add_weight(
            name="pointwise_kernel",
            shape=(1, 1, channels * self.depth_multiplier, self.filters),
            initializer=self.pointwise_initializer,
            regularizer=self.pointwise_regularizer,
            constraint=self.pointwise_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.filters,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        y = ops.separable_conv(
            inputs,
            self.depthwise_kernel,
            self.pointwise_kernel,
            strides=self.strides,
            padding=self.padding,
        )
        return y + self.bias

    def compute_output_shape(self, input_shape):
        height = input_shape[1]
        width = input_shape[2]
        rows = (
            None
            if height is None
            else (
                -(-height // self.strides)
                if self.padding == "same"
                else (height - self.kernel_size[0]) // self.strides + 1
            )
        )
        columns = (
            None
            if width is None
            else (
                -(-width // self.strides)
                if self.padding == "same"
                else (width - self.kernel_size[1]) // self.strides + 1
            )
        )
        return (input_shape[0], rows, columns, self.filters)

    def get_config(self):
        config = {
            "filters": self.filters,
            "kernel_size": self.kernel_size,
            "strides": self.strides,
            "padding": self.padding,
            "depth_multiplier": self.depth_multiplier,
            "depthwise_initializer": keras.initializers.serialize(
                self.depthwise_initializer
            ),
            "pointwise_initializer": keras.initializers.serialize(
                self.pointwise_initializer
            ),
            "depthwise_regularizer": keras.regularizers.serialize(
                self.depthwise_regularizer
            ),
            "pointwise_regularizer": keras.regularizers.serialize(
                self.pointwise_regularizer
            ),
            "depthwise_constraint": keras.constraints.serialize(
                self.depthwise_constraint
            ),
            "pointwise_constraint": keras.constraints.serialize(
                self.pointwise_constraint
            ),
        }
        return {**super().get_config(), **config}
