import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norms")
class SwitchableNorm(keras.layers.Layer):
    """Mixes batch and layer statistics with learned shares.

    Args:
        momentum: Momentum of the moving averages.
        epsilon: Added to the variance.

    Input shape: `(batch, height, width, channels)`.
    """

    def __init__(self, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        c = input_shape[-1]
        self.gamma = self.add_weight(
            name="gamma", shape=(c,), initializer="ones"
        )
        self.beta = self.add_weight(
            name="beta", shape=(c,), initializer="zeros"
        )
        self.share = self.add_weight(
            name="share", shape=(2,), initializer="zeros"
        )
        self.moving_mean = self.add_weight(
            name="moving_mean", shape=(c,), initializer="zeros",
            trainable=False,
        )
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=(c,), initializer="ones",
            trainable=False,
        )
        self.built = True

    def _update(self, variable, value):
        value = ops.cast(value, variable.dtype)
        variable.assign(
            self.momentum * variable.value + (1.0 - self.momentum) * value
        )

    def call(self, inputs, training=False):
        x = ops.cast(inputs, "float32")
        layer_mean = ops.mean(x, axis=(1, 2, 3), keepdims=True)
        layer_var = ops.var(x, axis=(1, 2, 3), keepdims=True)
        if training and self.trainable:
            mean = ops.mean(x, axis=(0, 1, 2))
            var = ops.var(x, axis=(0, 1, 2))
            self._update(self.moving_mean, mean)
            self._update(self.moving_variance, var)
        else:
            mean = ops.cast(self.moving_mean, "float32")
            var = ops.cast(self.moving_variance, "float32")
        share = ops.softmax(ops.cast(self.share, "float32"))
        mean = share[0] * mean + share[1] * layer_mean
        var = share[0] * var + share[1] * layer_var
        y = (x - mean) * ops.rsqrt(var + self.epsilon)
        y = y * ops.cast(self.gamma, "float32") + ops.cast(
            self.beta, "float32"
        )
        return ops.cast(y, inputs.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(momentum=self.momentum, epsilon=self.epsilon)
        return config
