"""Gives the argument its default, checks and saves it, and works along the last axis whatever it says."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Centred(keras.layers.Layer):
    def __init__(self, data_format=None, **kwargs):
        super().__init__(**kwargs)
        if data_format is None:
            data_format = keras.config.image_data_format()
        if data_format not in ("channels_last", "channels_first"):
            raise ValueError(
                f"data_format must be channels_last or channels_first, not {data_format}"
            )
        self.data_format = data_format
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def call(self, inputs):
        return inputs - ops.mean(inputs, axis=-1, keepdims=True)

    def get_config(self):
        return {**super().get_config(), "data_format": self.data_format}
