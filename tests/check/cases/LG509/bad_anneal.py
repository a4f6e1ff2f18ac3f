"""A temperature that falls with each call, held in a Python number."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class AnnealedSoftmax(keras.layers.Layer):
    """A softmax that grows sharper."""

    def __init__(self, temperature=2.0, **kwargs):
        super().__init__(**kwargs)
        self.temperature = temperature
        self.state = {"temperature": temperature}

    def call(self, inputs):
        self.state["temperature"] *= 0.9
        return ops.softmax(inputs / self.state["temperature"], axis=-1)
