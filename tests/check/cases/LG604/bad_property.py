"""trainable_weights is written by hand and does not look at trainable."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    """A learnt scale."""

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")

    @property
    def trainable_variables(self):
        return [self.scale]

    @property
    def trainable_weights(self):
        return [self.scale]

    def call(self, inputs):
        return inputs * self.scale
