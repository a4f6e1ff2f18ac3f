import keras
from keras import ops


@keras.saving.register_keras_serializable(package="act")
class SoftThreshold(keras.layers.Layer):
    """Shrinks small values to zero, element by element.

    Args:
        threshold: Non-negative float.
        slope: Float, the slope inside the dead zone.
    """

    def __init__(self, threshold=0.5, slope=0.1, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.slope = slope
        self.supports_masking = True

    def call(self, inputs):
        shrunk = ops.sign(inputs) * ops.relu(ops.abs(inputs) - self.threshold)
        return shrunk + self.slope * inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["threshold"] = self.threshold
        config["slope"] = self.slope
        return config
