"""Half the steps are dropped, the mask keeps its length."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class EveryOther(keras.layers.Layer):
    """Keeps every other step of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return inputs[:, ::2]
