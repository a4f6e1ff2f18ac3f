"""An activation is saved by its bare name: one of the user's own cannot be found again."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Activated(keras.layers.Layer):
    def __init__(self, activation="tanh", **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)

    def call(self, inputs):
        return self.activation(inputs)

    def get_config(self):
        return {**super().get_config(), "activation": self.activation.__name__}
