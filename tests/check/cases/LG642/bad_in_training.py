"""A loss in training only, made of what was chosen: choosing has no gradient."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Router(keras.layers.Layer):
    def __init__(self, paths=4, **kwargs):
        super().__init__(**kwargs)
        self.paths = paths

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.paths))

    def call(self, inputs, training=False):
        gates = ops.softmax(ops.matmul(inputs, self.kernel))
        if training:
            chosen = ops.cast(ops.max(gates, axis=-1, keepdims=True) == gates, gates.dtype)
            load = ops.mean(ops.reshape(chosen, (-1, self.paths)), axis=0)
            self.add_loss(ops.sum(ops.square(load)))
        return gates

    def get_config(self):
        return {**super().get_config(), "paths": self.paths}
