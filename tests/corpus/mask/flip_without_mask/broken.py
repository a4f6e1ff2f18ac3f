import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rnn")
class ReverseTime(keras.layers.Layer):
    """Flips a sequence in time, for a backward RNN."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs):
        return ops.flip(inputs, axis=1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config()
