"""A Python counter in an object of the layer's, which a compiled call never moves."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class WarmUp(keras.layers.Layer):
    """Counts its calls."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.calls = 0

    def call(self, inputs):
        vars(self)["calls"] = self.calls + 1
        return inputs * 2.0
