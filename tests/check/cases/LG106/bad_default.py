"""A name that is the default of the argument: two in one model collide."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Twice(keras.layers.Layer):
    def __init__(self, name="my_twice_layer", **kwargs):
        super().__init__(name=name, **kwargs)

    def call(self, inputs):
        return inputs * 2.0
