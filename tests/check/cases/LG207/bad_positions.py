"""Position numbers made once in build fit one length only."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class AddPosition(keras.layers.Layer):
    """Adds the relative position to each step of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        steps = input_shape[1]
        self.offsets = [i / steps for i in range(steps)]
        self.built = True

    def call(self, inputs):
        offsets = ops.cast(ops.convert_to_tensor(self.offsets), inputs.dtype)
        return inputs + ops.reshape(offsets, (1, -1, 1))
