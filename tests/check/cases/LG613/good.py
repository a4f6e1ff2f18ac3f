"""One factor starts from random numbers, the other from zero: it learns first."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class LowRank(keras.layers.Layer):
    """The input and a low-rank correction, which is nothing at the start."""

    def __init__(self, rank=2, **kwargs):
        super().__init__(**kwargs)
        self.rank = rank

    def build(self, input_shape):
        size = input_shape[-1]
        self.down = self.add_weight(name="down", shape=(size, self.rank))
        self.up = self.add_weight(name="up", shape=(self.rank, size), initializer="zeros")

    def call(self, inputs):
        return inputs + ops.matmul(ops.matmul(inputs, self.down), self.up)
