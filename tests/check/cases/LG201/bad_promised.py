"""The shape is promised, so that only a graph with an unknown batch shows that the batch is read as a number."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class PrependZero(keras.layers.Layer):
    """Puts a step of zeros before a sequence of shape (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        first = ops.zeros((inputs.shape[0], 1, inputs.shape[2]), dtype=inputs.dtype)
        return ops.concatenate([first, inputs], axis=1)

    def compute_output_shape(self, input_shape):
        batch, steps, features = input_shape
        return (batch, None if steps is None else steps + 1, features)
