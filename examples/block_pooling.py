# Written by layergen 0.1.0 from block_pooling.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="block_pooling")
class BlockPooling(keras.layers.Layer):
    """The largest value of each block of an image.

    Args:
        size: Integer or tuple of 2 integers. Height and width of a block.
            Defaults to `(2, 2)`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape
            `(batch, height // size[0], width // size[1], channels)`.

    Example:

    >>> layer = BlockPooling()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - keras.layers.MaxPooling2D
    """

    def __init__(self, size=(2, 2), **kwargs):
        super().__init__(**kwargs)
        size = (size,) * 2 if isinstance(size, int) else tuple(size)
        if len(size) != 2 or any(
            not isinstance(item, int) or item < 1 for item in size
        ):
            raise ValueError(
                f"`size` must be 2 positive integers. Received: size={size}"
            )
        self.size = size
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        height = ops.shape(inputs)[1]
        width = ops.shape(inputs)[2]
        channels = ops.shape(inputs)[-1]
        rows, columns = height // self.size[0], width // self.size[1]
        whole = inputs[:, : rows * self.size[0], : columns * self.size[1]]
        blocks = ops.reshape(
            whole, (batch, rows, self.size[0], columns, self.size[1], channels)
        )
        return ops.max(blocks, axis=(2, 4))

    def compute_output_shape(self, input_shape):
        height = input_shape[1]
        width = input_shape[2]
        return (
            input_shape[0],
            None if height is None else height // self.size[0],
            None if width is None else width // self.size[1],
            input_shape[3],
        )

    def get_config(self):
        config = {"size": self.size}
        return {**super().get_config(), **config}
