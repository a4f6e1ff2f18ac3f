"""The same in both modes."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class WithPenalty(keras.layers.Layer):
    """A rectifier and its penalty."""

    def call(self, inputs, training=False):
        outputs = ops.relu(inputs)
        penalty = ops.mean(outputs, axis=-1)
        return outputs, penalty if training else penalty * 0.0
