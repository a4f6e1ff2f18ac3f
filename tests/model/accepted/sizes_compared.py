# Written by layergen 0.1.0 from sizes_compared.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sizes_compared")
class SizesCompared(keras.layers.Layer):
    """Python's own max compares sizes; that of Keras takes the second for an
    axis.

    Args:
        least: Positive integer. Defaults to `4`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, least, features)`.

    Example:

    >>> layer = SizesCompared()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)
    """

    def __init__(self, least=4, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(least, int) or least < 1:
            raise ValueError(
                f"`least` must be a positive integer. Received: least={least}"
            )
        self.least = least
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        features = input_shape[-1]
        self.scale = self.add_weight(
            name="scale", shape=(features,), initializer="ones"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        time = ops.shape(inputs)[1]
        extra = max(0, self.least - time)
        return ops.pad(inputs * self.scale, ((0, 0), (0, extra), (0, 0)))[
            :, : min(self.least, time + extra), :
        ]

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.least, input_shape[2])

    def get_config(self):
        config = {"least": self.least}
        return {**super().get_config(), **config}
