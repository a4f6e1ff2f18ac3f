"""input_spec fixes the size that the weights were made for."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    """A learnt scale for each feature."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes={-1: input_shape[-1]})

    def call(self, inputs):
        return inputs * self.scale
