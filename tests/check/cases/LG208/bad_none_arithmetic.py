"""compute_output_shape multiplies sizes that may be None."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Unfold(keras.layers.Layer):
    """Flattens (batch, steps, features) to (batch, steps * features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        shape = ops.shape(inputs)
        return ops.reshape(inputs, (shape[0], shape[1] * shape[2]))

    def compute_output_shape(self, input_shape):
        return (input_shape[0] * 1, input_shape[1] * input_shape[2])
