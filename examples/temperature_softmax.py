# Written by layergen 0.1.0 from temperature_softmax.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="temperature_softmax")
class TemperatureSoftmax(keras.layers.Layer):
    """A softmax along any axis, with a learned temperature.

    Args:
        axis: Integer. Defaults to `-1`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ...)`.

    Output shape:
        Tensor of shape `(batch, ...)`.

    Example:

    >>> layer = TemperatureSoftmax()
    >>> logits = keras.random.normal((2, 8))
    >>> y = layer(logits)

    References:

    - [Guo et al., 2017](https://arxiv.org/abs/1706.04599)
    """

    def __init__(self, axis=-1, **kwargs):
        super().__init__(**kwargs)
        if type(axis) is not int:
            raise ValueError(
                f"`axis` must be an integer. Received: axis={axis}"
            )
        self.axis = axis
        self.supports_masking = True

    def build(self, input_shape):
        self.log_temperature = self.add_weight(
            name="log_temperature", shape=(), initializer="zeros"
        )
        super().build(input_shape)

    def call(self, inputs):
        return ops.softmax(
            inputs * ops.exp(-self.log_temperature), axis=self.axis
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"axis": self.axis}
        return {**super().get_config(), **config}
