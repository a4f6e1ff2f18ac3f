# Written by layergen 0.1.0 from gated_conv2d.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gated_conv2d")
class GatedConv2D(keras.layers.Layer):
    """A convolution of images whose output is gated by a second one.

    Args:
        filters: Positive integer. Number of channels of the output.
        kernel_size: Integer or tuple of 2 integers. Defaults to `(3, 3)`.
        strides: Integer or tuple of 2 integers. Defaults to `(1, 1)`.
        activation: Activation function to use. Defaults to `"elu"`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape
            `(batch, -(-height // strides[0]), -(-width // strides[1]), filters)`.

    Example:

    >>> layer = GatedConv2D(filters=4)
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - [Yu et al., 2019, Free-form image inpainting with gated
      convolution](https://arxiv.org/abs/1806.03589)
    """

    def __init__(
        self,
        filters,
        kernel_size=(3, 3),
        strides=(1, 1),
        activation="elu",
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        kernel_size = (
            (kernel_size,) * 2
            if isinstance(kernel_size, int)
            else tuple(kernel_size)
        )
        strides = (strides,) * 2 if isinstance(strides, int) else tuple(strides)
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
        if len(strides) != 2 or any(
            not isinstance(item, int) or item < 1 for item in strides
        ):
            raise ValueError(
                "`strides` must be 2 positive integers. Received: "
                f"strides={strides}"
            )
        self.filters = filters
        self.kernel_size = kernel_size
        self.strides = strides
        self.activation = keras.activations.get(activation)
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(*self.kernel_size, channels, self.filters),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.gate = self.add_weight(
            name="gate",
            shape=(*self.kernel_size, channels, self.filters),
            initializer="glorot_uniform",
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.filters,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        y = (
            ops.conv(inputs, self.kernel, strides=self.strides, padding="same")
            + self.bias
        )
        return self.activation(y) * ops.sigmoid(
            ops.conv(inputs, self.gate, strides=self.strides, padding="same")
        )

    def compute_output_shape(self, input_shape):
        height = input_shape[1]
        width = input_shape[2]
        return (
            input_shape[0],
            None if height is None else -(-height // self.strides[0]),
            None if width is None else -(-width // self.strides[1]),
            self.filters,
        )

    def get_config(self):
        config = {
            "filters": self.filters,
            "kernel_size": self.kernel_size,
            "strides": self.strides,
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
