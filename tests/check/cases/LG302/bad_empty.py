"""A get_config that only calls its parent."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.act = keras.activations.get(activation)

    def call(self, inputs):
        return self.act(inputs * self.factor)

    def get_config(self):
        config = super().get_config()
        return config
