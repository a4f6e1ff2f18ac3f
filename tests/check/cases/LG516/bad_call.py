"""The sublayer's call is called directly, past Keras, and training does not reach it."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Normalised(keras.layers.Layer):
    """Batch normalisation, then a scale."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.BatchNormalization()

    def build(self, input_shape):
        self.norm.build(input_shape)

    def call(self, inputs):
        return self.norm.call(inputs) * 2.0
