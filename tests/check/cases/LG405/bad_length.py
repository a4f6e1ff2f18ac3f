"""build checks a length that it does not need."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SequencePool(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        if input_shape[1] < 1:
            raise ValueError(f"A sequence cannot be empty. Received: {input_shape!r}")
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs):
        return ops.mean(ops.matmul(inputs, self.kernel), axis=1)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
