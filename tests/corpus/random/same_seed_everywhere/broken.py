import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rl")
class NoisyDense(keras.layers.Layer):
    """A dense layer with learned parameter noise (Fortunato et al.)."""

    def __init__(self, units=8, sigma=0.5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.sigma = sigma
        self.seed_generator = keras.random.SeedGenerator(1337)

    def build(self, input_shape):
        dim = input_shape[-1]
        self.mu = self.add_weight(name="mu", shape=(dim, self.units))
        self.sigma_w = self.add_weight(
            name="sigma", shape=(dim, self.units),
            initializer=keras.initializers.Constant(self.sigma / dim**0.5),
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.built = True

    def call(self, inputs, training=False):
        kernel = ops.convert_to_tensor(self.mu)
        if training:
            noise = keras.random.normal(
                kernel.shape, dtype=kernel.dtype, seed=self.seed_generator
            )
            kernel = kernel + self.sigma_w * noise
        return ops.matmul(inputs, kernel) + self.bias

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {
            **super().get_config(), "units": self.units, "sigma": self.sigma
        }
