import keras
from keras import ops


@keras.saving.register_keras_serializable(package="join")
class JoinInTime(keras.layers.Layer):
    """Puts sequences of the same width behind one another, with a learnt separator between them."""

    def build(self, input_shape):
        self.separator = self.add_weight(name="separator", shape=(1, 1, input_shape[0][-1]))
        self.built = True

    def call(self, inputs):
        first, second = inputs
        batch = ops.shape(first)[0]
        separator = ops.repeat(ops.cast(self.separator, first.dtype), batch, axis=0)
        return ops.concatenate([first, separator, second], axis=1)

    def compute_output_shape(self, input_shape):
        first, second = input_shape
        length = None if first[1] is None else 2 * first[1] + 1
        return (first[0], length, first[2])
