"""compute_output_shape is written for TensorShape."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SquaredSum(keras.layers.Layer):
    """The squared length of each row."""

    def call(self, inputs):
        return ops.sum(ops.square(inputs), axis=-1)

    def compute_output_shape(self, input_shape):
        shape = input_shape.as_list()
        return tuple(shape[:-1])
