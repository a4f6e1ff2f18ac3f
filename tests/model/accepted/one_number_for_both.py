# Written by layergen 0.1.0 from one_number_for_both.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="one_number_for_both")
class OneNumberForBoth(keras.layers.Layer):
    """A tuple whose default is one integer, repeated.

    Args:
        kernel_size: Integer or tuple of 2 integers. Defaults to `3`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape `(batch, height, width, 2)`.

    Example:

    >>> layer = OneNumberForBoth()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)
    """

    def __init__(self, kernel_size=3, **kwargs):
        super().__init__(**kwargs)
        kernel_size = (
            (kernel_size,) * 2
            if isinstance(kernel_size, int)
            else tuple(kernel_size)
        )
        if len(kernel_size) != 2 or any(
            not isinstance(item, int) or item < 1 for item in kernel_size
        ):
            raise ValueError(
                "`kernel_size` must be 2 positive integers. Received: "
                f"kernel_size={kernel_size}"
            )
        self.kernel_size = kernel_size
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.kernel_size[0], self.kernel_size[1], channels, 2),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        return ops.conv(inputs, self.kernel, padding="same")

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 2)

    def get_config(self):
        config = {"kernel_size": self.kernel_size}
        return {**super().get_config(), **config}
