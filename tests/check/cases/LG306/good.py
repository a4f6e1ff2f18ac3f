"""The base config first, in three ways."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        config = super().get_config()
        config.update({"factor": self.factor})
        return config


@keras.saving.register_keras_serializable(package="cases")
class Shift(keras.layers.Layer):
    def __init__(self, offset=2.0, **kwargs):
        super().__init__(**kwargs)
        self.offset = offset

    def call(self, inputs):
        return inputs + self.offset

    def get_config(self):
        base_config = super().get_config()
        return dict(list(base_config.items()) + list({"offset": self.offset}.items()))
