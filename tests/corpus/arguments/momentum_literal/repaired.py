import keras
from keras import ops


@keras.saving.register_keras_serializable(package="stat")
class RunningCenter(keras.layers.Layer):
    """Subtracts a running mean, updated while training."""

    def __init__(self, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )
        self.built = True

    def call(self, x, training=False):
        if training:
            axes = tuple(range(len(x.shape) - 1))
            batch_mean = ops.cast(ops.mean(x, axis=axes), self.mean.dtype)
            self.mean.assign(self.momentum * self.mean + (1.0 - self.momentum) * batch_mean)
        return x - ops.cast(self.mean, x.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
