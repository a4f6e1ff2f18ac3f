import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sv")
class WarmupGate(keras.layers.Layer):
    """Opens a gate over the first training steps."""

    def __init__(self, warmup=4, **kwargs):
        super().__init__(**kwargs)
        self.warmup = warmup

    def build(self, input_shape):
        self.step = self.add_weight(
            name="step", shape=(), dtype="float32", initializer="zeros", trainable=False
        )
        self.built = True

    def call(self, x, training=False):
        if training:
            self.step.assign(self.step + 1.0)
        gate = ops.minimum(1.0, 0.5 + ops.cast(self.step, "float32") / self.warmup)
        return x * ops.cast(gate, x.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "warmup": self.warmup}
