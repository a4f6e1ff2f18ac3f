import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norms")
class CenterByMovingMean(keras.layers.Layer):
    """Subtracts a moving average of the batch mean."""

    def __init__(self, momentum=0.99, **kwargs):
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        self.moving_mean = self.add_weight(
            name="moving_mean", shape=(input_shape[-1],),
            initializer="zeros", trainable=False,
        )
        self.built = True

    def call(self, inputs, training=None):
        if not training or not self.trainable:
            return inputs - ops.cast(self.moving_mean, inputs.dtype)
        mean = ops.mean(inputs, axis=tuple(range(len(inputs.shape) - 1)))
        step = ops.cast(mean, self.moving_mean.dtype)
        self.moving_mean.assign(
            self.momentum * self.moving_mean.value
            + (1.0 - self.momentum) * step
        )
        return inputs - mean

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "momentum": self.momentum}
