"""An argument that is taken out of kwargs, and forgotten in the config."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scaled(keras.layers.Layer):
    """Multiplies by a factor."""

    def __init__(self, **kwargs):
        factor = kwargs.pop("factor", 2.0)
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        return super().get_config()
