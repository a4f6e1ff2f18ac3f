"""The context is projected, and what is attended is the input all the same."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Mixer(keras.layers.Layer):
    """Adds the mean of a context, if one is given."""

    def build(self, inputs_shape, context_shape=None):
        self.kernel = self.add_weight(name="kernel", shape=(inputs_shape[-1], inputs_shape[-1]))

    def call(self, inputs, context=None):
        source = inputs
        if context is not None:
            source = ops.cast(inputs, inputs.dtype)
        return inputs + ops.matmul(ops.mean(source, axis=1, keepdims=True), self.kernel)

    def compute_output_shape(self, inputs_shape, context_shape=None):
        return inputs_shape
