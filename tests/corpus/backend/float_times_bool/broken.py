import keras
from keras import ops


@keras.saving.register_keras_serializable(package="act")
class ThresholdedIdentity(keras.layers.Layer):
    def __init__(self, theta=0.5, **kwargs):
        super().__init__(**kwargs)
        self.theta = theta
        self.supports_masking = True

    def call(self, inputs):
        return inputs * (inputs > self.theta)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape)

    def get_config(self):
        return {**super().get_config(), "theta": self.theta}
