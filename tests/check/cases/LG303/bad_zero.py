"""A value of zero is left out of the config, and so comes back as the default."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Shrink(keras.layers.Layer):
    def __init__(self, slope=0.5, **kwargs):
        super().__init__(**kwargs)
        self.slope = slope

    def call(self, inputs):
        return keras.ops.leaky_relu(inputs, self.slope)

    def get_config(self):
        return {**super().get_config(), "slope": self.slope or 0.5}
