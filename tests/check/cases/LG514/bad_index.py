"""A wrong number of features ends in an error that does not speak of sizes."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Scales(keras.layers.Layer):
    """One scale for each feature."""

    def build(self, input_shape):
        self.scales = [
            self.add_weight(name=f"scale_{index}", shape=(1,), initializer="ones")
            for index in range(input_shape[-1])
        ]

    def call(self, inputs):
        parts = [
            inputs[..., index : index + 1] * self.scales[index] for index in range(inputs.shape[-1])
        ]
        return ops.concatenate(parts, axis=-1)
