"""The first call is treated otherwise than the rest."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class InitOnCall(keras.layers.Layer):
    """Doubles, but not at first."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.started = False

    def call(self, inputs):
        if not self.started:
            self.started = True
            return inputs
        return inputs * 2.0
