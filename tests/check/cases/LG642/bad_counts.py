"""The load of the experts is counted by argmax, and counting has no gradient."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Balanced(keras.layers.Layer):
    """Probabilities of experts, with a loss that should balance them."""

    def __init__(self, experts=4, **kwargs):
        super().__init__(**kwargs)
        self.experts = experts

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.experts))

    def call(self, inputs):
        gates = ops.softmax(ops.matmul(inputs, self.kernel))
        chosen = ops.one_hot(ops.argmax(gates, axis=-1), self.experts, dtype=gates.dtype)
        load = ops.mean(ops.reshape(chosen, (-1, self.experts)), axis=0)
        self.add_loss(self.experts * ops.sum(ops.square(load)))
        return gates

    def get_config(self):
        return {**super().get_config(), "experts": self.experts}
