"""The batch size of the first call is kept and used in a reshape."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class FlattenSteps(keras.layers.Layer):
    """Flattens (batch, steps, features) to (batch, steps * features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.batch_size = None

    def call(self, inputs):
        if self.batch_size is None:
            self.batch_size = inputs.shape[0]
        return ops.reshape(inputs, (self.batch_size, -1))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1] * input_shape[2])
