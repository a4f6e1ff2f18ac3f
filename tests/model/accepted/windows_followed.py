# Written by layergen 0.1.0 from windows_followed.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="windows_followed")
class WindowsFollowed(keras.layers.Layer):
    """The sizes that convolutions and pooling give, followed.

    Args:
        filters: Positive integer. Defaults to `4`.
        kernel_size: Positive integer. Defaults to `3`.
        strides: Positive integer. Defaults to `1`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        y: `(batch, height // 2, width // 2, filters)`.
        z:
            `(batch, (height + strides - 2 * kernel_size + 1) // strides, (strides + width - 2 * kernel_size + 1) // strides, filters)`.

    Example:

    >>> layer = WindowsFollowed()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y, z = layer(x)
    """

    def __init__(self, filters=4, kernel_size=3, strides=1, **kwargs):
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
        if not isinstance(strides, int) or strides < 1:
            raise ValueError(
                "`strides` must be a positive integer. Received: "
                f"strides={strides}"
            )
        self.filters = filters
        self.kernel_size = kernel_size
        self.strides = strides
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.kernel_size, self.kernel_size, channels, self.filters),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        y = ops.max_pool(ops.conv(inputs, self.kernel, padding="same"), 2)
        z = ops.conv(inputs, self.kernel, strides=self.strides, dilation_rate=2)
        return y, z

    def compute_output_shape(self, input_shape):
        height = input_shape[1]
        width = input_shape[2]
        return (
            input_shape[0],
            None if height is None else height // 2,
            None if width is None else width // 2,
            self.filters,
        ), (
            input_shape[0],
            (
                None
                if height is None
                else (height + self.strides - 2 * self.kernel_size + 1)
                // self.strides
            ),
            (
                None
                if width is None
                else (self.strides + width - 2 * self.kernel_size + 1)
                // self.strides
            ),
            self.filters,
        )

    def get_config(self):
        config = {
            "filters": self.filters,
            "kernel_size": self.kernel_size,
            "strides": self.strides,
        }
        return {**super().get_config(), **config}
