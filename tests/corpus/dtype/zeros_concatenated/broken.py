import keras
from keras import ops


@keras.saving.register_keras_serializable(package="audio")
class ShiftRight(keras.layers.Layer):
    """Shifts a sequence by `steps`, zeros coming in from the left."""

    def __init__(self, steps=1, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps

    def call(self, x):
        shape = ops.shape(x)
        zeros = ops.zeros((shape[0], self.steps, shape[2]))
        return ops.concatenate([zeros, x[:, : -self.steps]], axis=1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}
