import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norm")
class InstanceCentre(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._mean = None

    def call(self, x):
        return x - ops.mean(x, axis=-1, keepdims=True)

    def compute_output_shape(self, input_shape):
        return input_shape
