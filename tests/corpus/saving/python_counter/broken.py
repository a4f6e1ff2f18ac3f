import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sv")
class WarmupGate(keras.layers.Layer):
    """Opens a gate over the first training steps."""

    def __init__(self, warmup=4, **kwargs):
        super().__init__(**kwargs)
        self.warmup = warmup
        self.step = 0

    def call(self, x, training=False):
        if training:
            self.step += 1
        return x * min(1.0, 0.5 + self.step / self.warmup)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "warmup": self.warmup}
