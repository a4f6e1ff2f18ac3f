"""A smooth threshold, and a straight-through one."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Threshold(keras.layers.Layer):
    """Hides the features below a learnt threshold; the step is straight-through."""

    def build(self, input_shape):
        self.threshold = self.add_weight(
            name="threshold", shape=(input_shape[-1],), initializer="zeros"
        )

    def call(self, inputs):
        soft = ops.sigmoid(inputs - self.threshold)
        hard = ops.cast(inputs > self.threshold, inputs.dtype)
        return inputs * (soft + ops.stop_gradient(hard - soft))
