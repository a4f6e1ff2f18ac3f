import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class NoisyDense(keras.layers.Layer):
    """The noise is on the weights, which all samples share (Fortunato et al., 2018, arXiv:1706.10295)."""

    def __init__(self, units, stddev=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.stddev = stddev
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        super().build(input_shape)

    def call(self, inputs, training=False):
        kernel = ops.convert_to_tensor(self.kernel)
        if training:
            noise = keras.random.normal(ops.shape(kernel), seed=self.seed_generator, dtype=kernel.dtype)
            kernel = kernel + self.stddev * noise
        return ops.matmul(inputs, kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {"units": self.units, "stddev": self.stddev, "seed": self.seed}
        return {**super().get_config(), **config}
