# Written by layergen 0.1.0 from blur_pool.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="blur_pool")
class BlurPool(keras.layers.Layer):
    """Blurs before it takes every second pixel, so that small shifts change
    little.

    Args:
        strides: Positive integer. Defaults to `2`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape
            `(batch, (height - 1) // strides + 1, (width - 1) // strides + 1, channels)`.

    Example:

    >>> layer = BlurPool()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - [Zhang, 2019](https://arxiv.org/abs/1904.11486)
    """

    def __init__(self, strides=2, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(strides, int) or strides < 1:
            raise ValueError(
                "`strides` must be a positive integer. Received: "
                f"strides={strides}"
            )
        self.strides = strides
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        if channels is None:
            raise ValueError(
                "The axis `channels` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.kernel = np.repeat(
            (np.outer([1, 2, 1], [1, 2, 1]) / 16)[:, :, None, None], channels, 2
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        padded = ops.pad(
            inputs, [[0, 0], [1, 1], [1, 1], [0, 0]], mode="reflect"
        )
        return ops.depthwise_conv(
            padded,
            ops.cast(self.kernel, self.compute_dtype),
            strides=self.strides,
            padding="valid",
        )

    def compute_output_shape(self, input_shape):
        height = input_shape[1]
        width = input_shape[2]
        return (
            input_shape[0],
            None if height is None else (height - 1) // self.strides + 1,
            None if width is None else (width - 1) // self.strides + 1,
            input_shape[3],
        )

    def get_config(self):
        config = {"strides": self.strides}
        return {**super().get_config(), **config}
