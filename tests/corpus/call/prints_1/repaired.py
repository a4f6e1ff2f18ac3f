import keras
from keras import ops


@keras.saving.register_keras_serializable(package="gates_lab")
class ThresholdGate(keras.layers.Layer):
    """Doubles what is above a threshold and leaves the rest."""

    def __init__(self, threshold=0.0, gain=2.0, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.gain = gain
        self.supports_masking = True

    def call(self, x):
        return ops.where(x > self.threshold, x * self.gain, x)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"threshold": self.threshold, "gain": self.gain})
        return config
