"""A constructor that checks what it is given."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        if not isinstance(factor, float):
            raise TypeError(f"factor must be a float. Received: {factor!r}")
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
