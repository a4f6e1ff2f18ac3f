# Written by layergen 0.1.0 from global_response_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="global_response_norm")
class GlobalResponseNorm(keras.layers.Layer):
    """Channels compete by the norms of their whole maps (ConvNeXt V2).

    Args:
        epsilon: Float. Defaults to `1e-6`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, height, width, channels)`.

    Output shape:
        Tensor of shape `(batch, height, width, channels)`.

    Example:

    >>> layer = GlobalResponseNorm()
    >>> x = keras.random.normal((2, 10, 12, 8))
    >>> y = layer(x)

    References:

    - [Woo et al., 2023](https://arxiv.org/abs/2301.00808)
    """

    def __init__(self, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        channels = input_shape[-1]
        self.gamma = self.add_weight(
            name="gamma", shape=(channels,), initializer="zeros"
        )
        self.beta = self.add_weight(
            name="beta", shape=(channels,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=4, axes={-1: channels})
        super().build(input_shape)

    def call(self, inputs):
        size = ops.sqrt(
            ops.sum(ops.square(inputs), axis=(1, 2), keepdims=True)
            + self.epsilon
        )
        return (
            inputs
            + self.gamma
            * inputs
            * size
            / (ops.mean(size, axis=-1, keepdims=True) + self.epsilon)
            + self.beta
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"epsilon": self.epsilon}
        return {**super().get_config(), **config}
