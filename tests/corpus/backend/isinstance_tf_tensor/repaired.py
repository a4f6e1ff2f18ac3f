import keras
from keras import ops


@keras.saving.register_keras_serializable(package="center")
class Centre(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return x - ops.mean(x, axis=-1, keepdims=True)

    def compute_output_shape(self, input_shape):
        return input_shape
