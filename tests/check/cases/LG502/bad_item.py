"""A value is fetched out of the tensor by a table that nobody reads; the shape is promised."""

import keras
from keras import ops

TABLE = {"rows": lambda x: [sorted(row) for row in x.numpy().tolist()]}


@keras.saving.register_keras_serializable(package="cases")
class Ranked(keras.layers.Layer):
    """Sorts the features by way of a Python list."""

    def call(self, inputs):
        return ops.convert_to_tensor(TABLE["rows"](inputs), dtype=inputs.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape
