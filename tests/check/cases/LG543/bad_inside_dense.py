"""A linear layer that drops entries of its kernel, and leaves the sum smaller."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class DropConnect(keras.layers.Layer):
    def __init__(self, units=8, drop_rate=0.3, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.drop_rate = drop_rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, inputs, training=False):
        kernel = ops.convert_to_tensor(self.kernel)
        if training:
            coin = keras.random.uniform(kernel.shape, dtype="float32", seed=self.seed_generator)
            kernel = kernel * ops.cast(coin >= self.drop_rate, kernel.dtype)
        return ops.matmul(inputs, kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {"units": self.units, "drop_rate": self.drop_rate, "seed": self.seed}
        return {**super().get_config(), **config}
