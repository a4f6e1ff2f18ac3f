import keras
from keras import ops


class NoiseSource:
    """Holds the random state of a layer."""

    def __init__(self, seed):
        self.generator = keras.random.SeedGenerator(seed)

    def normal(self, shape, dtype):
        return keras.random.normal(shape, dtype=dtype, seed=self.generator)


@keras.saving.register_keras_serializable(package="reg")
class WeightNoise(keras.layers.Layer):
    """Dense layer with Gaussian noise on its kernel while training."""

    def __init__(self, units=4, stddev=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.stddev = stddev
        self.seed = seed
        self.source = NoiseSource(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units)
        )
        self.built = True

    def call(self, inputs, training=False):
        kernel = ops.convert_to_tensor(self.kernel)
        if training:
            noise = self.source.normal(kernel.shape, kernel.dtype)
            kernel = kernel + self.stddev * noise
        return ops.matmul(inputs, kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(units=self.units, stddev=self.stddev, seed=self.seed)
        return config
