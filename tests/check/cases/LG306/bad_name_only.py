"""The name is put in by hand; dtype and trainable are lost."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        base_config = super().get_config()
        return {"name": base_config["name"], "factor": self.factor}
