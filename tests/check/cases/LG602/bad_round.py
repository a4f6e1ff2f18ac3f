"""A learnt threshold behind a comparison."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Threshold(keras.layers.Layer):
    """Hides the features below a learnt threshold."""

    def build(self, input_shape):
        self.threshold = self.add_weight(
            name="threshold", shape=(input_shape[-1],), initializer="zeros"
        )

    def call(self, inputs):
        keep = ops.cast(inputs > self.threshold, inputs.dtype)
        return inputs * keep
