"""The scale was switched off for a trial, and stayed so."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scaled(keras.layers.Layer):
    """Twice the input, scaled."""

    def call(self, inputs, scale):
        return inputs * 2.0 + 0.0 * scale
