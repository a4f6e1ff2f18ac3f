# Written by layergen 0.1.0 from nearest_upsampling.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="nearest_upsampling")
class NearestUpsampling(keras.layers.Layer):
    """Repeats each pixel of an image.

    Args:
        size: Integer or tuple of 2 integers. How often rows and columns are
            repeated. Defaults to `(2, 2)`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape `(batch, size[0] * height, size[1] * width, channels)`.

    Example:

    >>> layer = NearestUpsampling()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - keras.layers.UpSampling2D
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
        return ops.repeat(
            ops.repeat(inputs, self.size[0], axis=1), self.size[1], axis=2
        )

    def compute_output_shape(self, input_shape):
        height = input_shape[1]
        width = input_shape[2]
        return (
            input_shape[0],
            None if height is None else self.size[0] * height,
            None if width is None else self.size[1] * width,
            input_shape[3],
        )

    def get_config(self):
        config = {"size": self.size}
        return {**super().get_config(), **config}
