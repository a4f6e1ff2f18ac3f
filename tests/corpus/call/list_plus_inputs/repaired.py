import keras
from keras import ops


@keras.saving.register_keras_serializable(package="merge")
class ConcatWithProduct(keras.layers.Layer):
    """Concatenates two tensors and their product."""

    def call(self, inputs):
        a, b = inputs
        return ops.concatenate([a, b, a * b], axis=-1)

    def compute_output_shape(self, input_shape):
        a, b = input_shape
        return (*a[:-1], 2 * a[-1] + b[-1])
