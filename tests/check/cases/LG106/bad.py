"""A name fixed in the constructor."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Twice(keras.layers.Layer):
    def __init__(self, **kwargs):
        kwargs.pop("name", None)
        super().__init__(name="twice", **kwargs)

    def call(self, inputs):
        return inputs * 2.0
