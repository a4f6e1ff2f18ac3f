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
        return ops.concatenate([ops.zeros_like(x[:, :1]), x[:, 1:]], axis=1)

    def compute_output_shape(self, input_shape):
        return input_shape
