import keras
from keras import ops


@keras.saving.register_keras_serializable(package="soft")
class TemperedSoftmax(keras.layers.Layer):
    def __init__(self, temperature=1.0, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.temperature = temperature
        self.axis = axis
        self.supports_masking = True

    def call(self, logits):
        z = logits / self.temperature
        e = ops.exp(z)
        return e / ops.sum(e, axis=self.axis, keepdims=True)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "temperature": self.temperature, "axis": self.axis}
