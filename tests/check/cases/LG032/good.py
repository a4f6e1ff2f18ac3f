"""Names of its own, near and far."""

import keras
from keras import ops


class MeanLast(keras.layers.Layer):
    def call(self, x):
        return ops.mean(x, axis=-1)

    def compute_output_shape(self, input_shape):
        return self.compute_output_shapes([input_shape])[0]

    def compute_output_shapes(self, input_shapes):
        return [tuple(shape)[:-1] for shape in input_shapes]

    def compute_scores(self):
        return 1
