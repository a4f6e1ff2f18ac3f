"""The seed is for the first entries of the queue, not for noise."""

import keras
from keras import ops, layers, initializers


@keras.saving.register_keras_serializable(package="cases")
class MoCoQueue(layers.Layer):
    def __init__(self, dim=8, size=32, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.dim = dim
        self.size = size
        self.seed = seed

    def build(self, input_shape):
        self.queue = self.add_weight(
            name="queue",
            shape=(self.size, self.dim),
            trainable=False,
            initializer=initializers.RandomNormal(seed=self.seed),
        )
        super().build(input_shape)

    def call(self, keys, training=None):
        logits = ops.matmul(keys, ops.transpose(ops.cast(self.queue, keys.dtype)))
        if training:
            new = ops.concatenate(
                [ops.cast(ops.stop_gradient(keys), self.queue.dtype), self.queue], axis=0
            )
            self.queue.assign(new[: self.size])
        return logits

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.size)

    def get_config(self):
        return {**super().get_config(), "dim": self.dim, "size": self.size, "seed": self.seed}
