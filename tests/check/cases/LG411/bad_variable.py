"""A keras.Variable made without a dtype."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def build(self, input_shape):
        self.scale = keras.Variable(
            initializer="ones", shape=(input_shape[-1],), dtype="float32", name="scale"
        )

    def call(self, inputs):
        return inputs * self.factor * self.scale

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
