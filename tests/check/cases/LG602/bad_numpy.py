"""The weight is read through NumPy."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    """A learnt scale."""

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")

    def call(self, inputs):
        scale = ops.convert_to_tensor(ops.convert_to_numpy(self.scale))
        return inputs * ops.cast(scale, inputs.dtype)
