import keras
from keras import ops


@keras.saving.register_keras_serializable(package="prob")
class Odds(keras.layers.Layer):
    """p / (1 - p) of probabilities that a sigmoid makes of the input."""

    def call(self, logits):
        p = ops.sigmoid(logits)
        assert ops.all(p >= 0), "probabilities must not be negative"
        return p / (1.0 - p + 1e-3)

    def compute_output_shape(self, input_shape):
        return input_shape
