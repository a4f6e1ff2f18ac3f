"""compute_mask does not take the mask."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Doubled(keras.layers.Layer):
    """Twice the input, (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return inputs * 2.0

    def compute_mask(self, inputs):
        return None
