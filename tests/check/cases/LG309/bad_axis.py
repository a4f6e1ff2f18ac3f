"""build counts the axis from the front: on input of another rank the saved layer takes another axis."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class ScaleAxis(keras.layers.Layer):
    def __init__(self, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis

    def build(self, input_shape):
        if self.axis < 0:
            self.axis += len(input_shape)
        shape = [1] * len(input_shape)
        shape[self.axis] = input_shape[self.axis]
        self.scale = self.add_weight(name="scale", shape=shape[1:], initializer="ones")
        self.built = True

    def call(self, inputs):
        return ops.multiply(inputs, self.scale)

    def get_config(self):
        return {**super().get_config(), "axis": self.axis}
