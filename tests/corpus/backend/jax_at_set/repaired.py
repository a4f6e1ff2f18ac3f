import keras
from keras import ops


@keras.saving.register_keras_serializable(package="edge")
class ZeroLastFeature(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return ops.concatenate([x[..., :-1], ops.zeros_like(x[..., -1:])], axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape
