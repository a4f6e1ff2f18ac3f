"""The condition on the loss is the wrong way round."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Balanced(keras.layers.Layer):
    """Soft choice between two maps, with a penalty for leaving one unused."""

    def build(self, input_shape):
        size = input_shape[-1]
        self.gate = self.add_weight(name="gate", shape=(size, 2))
        self.kernel = self.add_weight(name="kernel", shape=(2, size, size))

    def call(self, inputs, training=None):
        share = ops.softmax(ops.matmul(inputs, self.gate))
        if not training:
            load = ops.mean(ops.reshape(share, (-1, 2)), axis=0)
            self.add_loss(ops.sum(ops.square(load)))
        maps = ops.einsum("...d,edf->...ef", inputs, self.kernel)
        return ops.einsum("...ef,...e->...f", maps, share)

    def compute_output_shape(self, input_shape):
        return input_shape
