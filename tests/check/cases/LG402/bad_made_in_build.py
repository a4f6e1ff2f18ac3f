"""build makes the sublayers and leaves them unbuilt."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.dense = keras.layers.Dense(self.units)
        self.norm = keras.layers.LayerNormalization()
        super().build(input_shape)

    def call(self, inputs):
        return self.norm(self.dense(inputs))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
