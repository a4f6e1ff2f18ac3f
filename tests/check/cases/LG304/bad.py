"""An object that is no JSON in the config."""

import keras


class Options:
    def __init__(self, factor):
        self.factor = factor


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.options = Options(factor)

    def call(self, inputs):
        return inputs * self.options.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor, "options": self.options}

    @classmethod
    def from_config(cls, config):
        config.pop("options")
        return cls(**config)
