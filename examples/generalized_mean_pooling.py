# Written by layergen 0.1.0 from generalized_mean_pooling.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="generalized_mean_pooling")
class GeneralizedMeanPooling(keras.layers.Layer):
    """Between average and maximum pooling, by a learned exponent (GeM).

    Args:
        epsilon: Float. Defaults to `0.001`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., channels)`.

    Output shape:
        Tensor of shape `(batch, channels)`.

    Example:

    >>> layer = GeneralizedMeanPooling()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Radenović et al., 2018](https://arxiv.org/abs/1711.02512)
    """

    def __init__(self, epsilon=0.001, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(min_ndim=2)

    def build(self, input_shape):
        channels = input_shape[-1]
        self.exponent = self.add_weight(
            name="exponent",
            shape=(channels,),
            initializer=keras.initializers.Constant(3.0),
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: channels}
        )
        super().build(input_shape)

    def call(self, inputs):
        axes = list(range(1, len(inputs.shape) - 1))
        return ops.power(
            ops.mean(
                ops.power(ops.maximum(inputs, self.epsilon), self.exponent),
                axis=axes,
            ),
            1 / self.exponent,
        )

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])

    def get_config(self):
        config = {"epsilon": self.epsilon}
        return {**super().get_config(), **config}
