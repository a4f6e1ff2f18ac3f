import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norms")
class RunningScaler(keras.layers.Layer):
    """Divides by a running estimate of the standard deviation."""

    def __init__(self, momentum=0.9, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        self.moving_var = self.add_weight(
            name="moving_var",
            shape=(input_shape[-1],),
            initializer="ones",
            trainable=False,
        )
        self.built = True

    def call(self, x, training=False):
        axes = list(range(len(x.shape) - 1))
        if training:
            var = ops.var(x, axis=axes)
        else:
            var = ops.cast(self.moving_var, x.dtype)
        new = self.momentum * self.moving_var + (1.0 - self.momentum) * var
        self.moving_var.assign(new)
        return x / ops.sqrt(var + self.epsilon)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "momentum": self.momentum,
            "epsilon": self.epsilon,
        }
