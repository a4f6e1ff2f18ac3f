import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pad")
class ClearFirstStep(keras.layers.Layer):
    """Zeroes the first step of a sequence."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(min_ndim=3)
        self.supports_masking = True

    def call(self, x):
        y = ops.copy(x)
        y[:, 0] = 0.0
        return y

    def compute_output_shape(self, input_shape):
        return input_shape
