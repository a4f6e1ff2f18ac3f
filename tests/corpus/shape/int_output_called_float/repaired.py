import keras
from keras import ops


@keras.saving.register_keras_serializable(package="decode")
class BestLabel(keras.layers.Layer):
    """Index of the best label of each step."""

    def call(self, scores):
        return ops.argmax(scores, axis=-1)

    def compute_output_spec(self, scores):
        return keras.KerasTensor(scores.shape[:-1], dtype="int32")
