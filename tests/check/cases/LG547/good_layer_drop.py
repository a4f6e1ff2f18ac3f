import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class LayerDrop(keras.layers.Layer):
    """Skips its block for the whole batch (Fan et al., 2019, arXiv:1909.11556)."""

    def __init__(self, units=8, rate=0.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.block = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.skip = keras.layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.block.build(input_shape)
        self.skip.build(input_shape)
        super().build(input_shape)

    def call(self, inputs, training=False):
        branch = self.block(inputs)
        if training:
            kept = keras.random.uniform((), seed=self.seed_generator) >= self.rate
            branch = branch * ops.cast(kept, branch.dtype) / (1 - self.rate)
        return self.skip(inputs) + branch

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {"units": self.units, "rate": self.rate, "seed": self.seed}
        return {**super().get_config(), **config}
