"""A reshape by a tensor hides the last axis from every layer that follows."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Paired(keras.layers.Layer):
    """Joins neighbouring steps of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        features = ops.sum(ops.cast(ops.ones_like(inputs[0, 0]), "int32"))
        return ops.reshape(inputs, (ops.shape(inputs)[0], -1, 1 * features))
