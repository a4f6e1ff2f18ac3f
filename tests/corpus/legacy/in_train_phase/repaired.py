import keras
from keras import ops


@keras.saving.register_keras_serializable(package="port")
class NoisyGate(keras.layers.Layer):
    def __init__(self, stddev=0.3, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed = seed
        self.rng = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        noise = keras.random.normal(
            ops.shape(inputs), stddev=self.stddev, dtype=self.compute_dtype, seed=self.rng
        )
        return inputs + noise

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev, "seed": self.seed}
