"""`self.dtype` is the dtype of the weights: under mixed precision the policy is lost."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor, "dtype": self.dtype}
