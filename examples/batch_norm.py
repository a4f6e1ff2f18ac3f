# Written by layergen 0.1.0 from batch_norm.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="batch_norm")
class BatchNorm(keras.layers.Layer):
    """Normalises one axis by the batch's statistics in training, by moving
    averages otherwise.

    Args:
        axis: Integer. Defaults to `-1`.
        momentum: Float between 0 and 1. Defaults to `0.99`.
        epsilon: Float. Defaults to `0.001`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        Tensor of shape `(batch, ...)`.

    Output shape:
        Tensor of shape `(batch, ...)`.

    Example:

    >>> layer = BatchNorm()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Ioffe & Szegedy, 2015](https://arxiv.org/abs/1502.03167)
    """

    def __init__(self, axis=-1, momentum=0.99, epsilon=0.001, **kwargs):
        super().__init__(**kwargs)
        if type(axis) is not int:
            raise ValueError(
                f"`axis` must be an integer. Received: axis={axis}"
            )
        if not isinstance(momentum, (int, float)) or not 0 <= momentum <= 1:
            raise ValueError(
                "`momentum` must be a number between 0 and 1. Received: "
                f"momentum={momentum}"
            )
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon
        self.supports_masking = True

    def build(self, input_shape):
        self.features = input_shape[self.axis]
        self.gamma = self.add_weight(
            name="gamma", shape=(self.features,), initializer="ones"
        )
        self.beta = self.add_weight(
            name="beta", shape=(self.features,), initializer="zeros"
        )
        self.moving_mean = self.add_weight(
            name="moving_mean",
            shape=(self.features,),
            initializer="zeros",
            trainable=False,
        )
        self.moving_variance = self.add_weight(
            name="moving_variance",
            shape=(self.features,),
            initializer="ones",
            trainable=False,
        )
        self.input_spec = keras.layers.InputSpec(
            axes={self.axis: self.features}
        )
        super().build(input_shape)

    def call(self, inputs, training=False):
        others = [
            i
            for i in range(len(inputs.shape))
            if i != self.axis % len(inputs.shape)
        ]
        along = [
            self.features if i == self.axis % len(inputs.shape) else 1
            for i in range(len(inputs.shape))
        ]
        if training and self.trainable:
            average, variance = ops.moments(inputs, axes=others)
            self.moving_mean.assign(
                self.moving_mean * self.momentum + average * (1 - self.momentum)
            )
            self.moving_variance.assign(
                self.moving_variance * self.momentum
                + variance * (1 - self.momentum)
            )
        else:
            average, variance = self.moving_mean, self.moving_variance
        scale = self.gamma * ops.rsqrt(variance + self.epsilon)
        return inputs * ops.reshape(scale, along) + ops.reshape(
            self.beta - average * scale, along
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {
            "axis": self.axis,
            "momentum": self.momentum,
            "epsilon": self.epsilon,
        }
        return {**super().get_config(), **config}
