"""The number of steps is used as a Python number, so a sequence of unknown length fails."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class ReverseDecay(keras.layers.Layer):
    """Weighs the steps of (batch, steps, features), the newest most."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        steps = inputs.shape[1]
        outputs = [inputs[:, i] * 0.9 ** (steps - 1 - i) for i in range(steps)]
        return ops.stack(outputs, axis=1)
