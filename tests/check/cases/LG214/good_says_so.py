"""A fixed number of parts: the length must be known, and the layer says so."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Thirds(keras.layers.Layer):
    """The means of three parts of a sequence."""

    def build(self, input_shape):
        if input_shape[1] is None:
            raise ValueError("Thirds needs a known length")

    def call(self, inputs):
        length = inputs.shape[1]
        parts = [inputs[:, i * length // 3 : (i + 1) * length // 3] for i in range(3)]
        return ops.stack([ops.mean(part, axis=1) for part in parts], axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 3, input_shape[2])
