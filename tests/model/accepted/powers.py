# Written by layergen 0.1.0 from powers.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="powers")
class Powers(keras.layers.Layer):
    """Powers layer.

    Args:
        n: Positive integer. Defaults to `3`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, d)`.

    Output shape:
        Tensor of shape `(batch, n, time, d)`.

    Example:

    >>> layer = Powers()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)
    """

    def __init__(self, n=3, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(n, int) or n < 1:
            raise ValueError(f"`n` must be a positive integer. Received: n={n}")
        self.n = n
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return ops.stack([inputs ** (i + 1) for i in range(self.n)], axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.n, input_shape[1], input_shape[2])

    def get_config(self):
        config = {"n": self.n}
        return {**super().get_config(), **config}
