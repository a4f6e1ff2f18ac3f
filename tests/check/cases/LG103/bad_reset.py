"""input_spec and supports_masking set first, then reset by the base constructor."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Twice(keras.layers.Layer):
    def __init__(self, **kwargs):
        self.supports_masking = True
        super(Twice, self).__init__(**kwargs)

    def call(self, inputs):
        return inputs * 2.0
