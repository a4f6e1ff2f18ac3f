import keras
from keras import ops


@keras.saving.register_keras_serializable(package="decode")
class BestLabel(keras.layers.Layer):
    """Index of the best label of each step."""

    def call(self, scores):
        return ops.argmax(scores, axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape[:-1]
