"""Keras keeps count by itself."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    """A learnt scale, a fixed offset."""

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")
        self.offset = self.add_weight(
            name="offset", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, inputs):
        return inputs * self.scale + self.offset
