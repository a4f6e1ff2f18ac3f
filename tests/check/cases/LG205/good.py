"""compute_output_spec tells the dtype as well."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Winner(keras.layers.Layer):
    """The index of the largest feature."""

    def call(self, inputs):
        return ops.cast(ops.argmax(inputs, axis=-1), "int32")

    def compute_output_shape(self, input_shape):
        return input_shape[:-1]

    def compute_output_spec(self, inputs):
        return keras.KerasTensor(self.compute_output_shape(inputs.shape), dtype="int32")
