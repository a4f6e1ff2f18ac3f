"""A tensor turned into a Python number."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class ScaleByMaximum(keras.layers.Layer):
    """Divides each feature by a learnt scale, no smaller than one."""

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(), initializer="ones")

    def call(self, inputs):
        bound = max(float(ops.convert_to_numpy(ops.max(ops.abs(self.scale)))), 1.0)
        return self.scale * inputs / bound
