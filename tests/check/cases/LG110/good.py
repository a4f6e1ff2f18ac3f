"""The instance has its own list; the class only constants."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    allowed = ["a", "b"]

    def __init__(self, factor=2.0, mode="a", **kwargs):
        super().__init__(**kwargs)
        if mode not in self.allowed:
            raise ValueError(f"mode must be one of {self.allowed}. Received: {mode!r}")
        self.factor = factor
        self.mode = mode

    def build(self, input_shape):
        self.seen = [tuple(input_shape)]

    def call(self, inputs):
        return inputs * self.factor if self.mode == "a" else inputs / self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor, "mode": self.mode}
