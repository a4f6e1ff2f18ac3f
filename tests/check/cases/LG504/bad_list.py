"""A history kept in a Python list grows with each call."""

import keras


def note(log, shape):
    log.append(shape)


@keras.saving.register_keras_serializable(package="cases")
class Remember(keras.layers.Layer):
    """Keeps the shapes it has met."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = []

    def call(self, inputs):
        note(self.seen, inputs.shape)
        return inputs + 1.0
