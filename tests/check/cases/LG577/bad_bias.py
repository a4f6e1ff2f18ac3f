"""A bias added to the caller's tensor."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Shift(keras.layers.Layer):
    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(input_shape[-1],))

    def call(self, inputs):
        inputs += self.bias  # LG577
        return inputs
