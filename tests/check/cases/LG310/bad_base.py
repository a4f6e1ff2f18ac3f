"""The base class is registered; the class that is used is not."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Base(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


class Shifted(Base):
    def call(self, inputs):
        return super().call(inputs) + 1.0
