import keras
from keras import ops


@keras.saving.register_keras_serializable(package="edge")
class ZeroLastFeature(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return x.at[..., -1].set(0.0)

    def compute_output_shape(self, input_shape):
        return input_shape
