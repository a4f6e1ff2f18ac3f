import keras
from keras import ops


@keras.saving.register_keras_serializable(package="bi")
class WithReversed(keras.layers.Layer):
    """Puts a sequence and its time reversal side by side."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, sequence):
        backwards = ops.flip(sequence, axis=1)
        return ops.concatenate([sequence, backwards], axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 2 * input_shape[-1])
