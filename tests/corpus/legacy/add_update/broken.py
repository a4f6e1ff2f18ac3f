import keras
from keras import ops


@keras.saving.register_keras_serializable(package="port")
class CenterTracker(keras.layers.Layer):
    """Running centre of the features, updated while training."""

    def __init__(self, alpha=0.5, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def build(self, input_shape):
        self.center = self.add_weight(
            name="center", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )
        super().build(input_shape)

    def call(self, x, training=None):
        center = ops.cast(self.center, x.dtype)
        if training:
            new = center + self.alpha * (ops.mean(x, axis=0) - center)
            self.add_update((self.center, new))
        return x - center

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "alpha": self.alpha}
