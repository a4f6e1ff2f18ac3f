import keras
from keras import ops


@keras.saving.register_keras_serializable(package="clip")
class Saturate(keras.layers.Layer):
    def __init__(self, limit=2.0, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit
        self.supports_masking = True

    def call(self, inputs):
        return inputs.clamp_(-self.limit, self.limit) * 0.5

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "limit": self.limit}
