# Written by layergen 0.1.0 from cross_network.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cross_network")
class CrossNetwork(keras.layers.Layer):
    """Products of features of ever higher degree, one for each layer of depth
    (DCN V2).

    Args:
        depth: Positive integer. Defaults to `2`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, features)`.

    Output shape:
        Tensor of shape `(batch, features)`.

    Example:

    >>> layer = CrossNetwork()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Wang et al., 2021](https://arxiv.org/abs/2008.13535)
    """

    def __init__(self, depth=2, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(depth, int) or depth < 1:
            raise ValueError(
                f"`depth` must be a positive integer. Received: depth={depth}"
            )
        self.depth = depth
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernels = [
            self.add_weight(
                name=f"kernels_{index}",
                shape=(features, features),
                initializer="glorot_uniform",
            )
            for index in range(self.depth)
        ]
        self.biases = [
            self.add_weight(
                name=f"biases_{index}", shape=(features,), initializer="zeros"
            )
            for index in range(self.depth)
        ]
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        y = inputs
        for kernel, bias in zip(self.kernels, self.biases):
            y = inputs * (ops.matmul(y, kernel) + bias) + y
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"depth": self.depth}
        return {**super().get_config(), **config}
