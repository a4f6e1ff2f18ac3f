"""Attributes after super().__init__, which a second base class calls."""

import keras


class Base(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


@keras.saving.register_keras_serializable(package="cases")
class Scale(Base):
    def __init__(self, factor=2.0, offset=1.0, **kwargs):
        super().__init__(factor=factor, **kwargs)
        self.offset = offset

    def call(self, inputs):
        return inputs * self.factor + self.offset

    def get_config(self):
        return {**super().get_config(), "offset": self.offset}
