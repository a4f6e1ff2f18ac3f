"""The label grows by a suffix on each round trip."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, label="scale", **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.label = label + "_weight"

    def build(self, input_shape):
        self.scale = self.add_weight(shape=(input_shape[-1],), name=self.label)

    def call(self, inputs):
        return inputs * self.factor * self.scale

    def get_config(self):
        return {**super().get_config(), "factor": self.factor, "label": self.label}
