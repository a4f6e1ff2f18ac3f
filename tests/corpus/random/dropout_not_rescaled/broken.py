import keras
from keras import ops


@keras.saving.register_keras_serializable(package="reg")
class TimeDropout(keras.layers.Layer):
    """Drops whole time steps while training, as inverted dropout does."""

    def __init__(self, rate=0.5, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        if not training or self.rate == 0:
            return inputs
        shape = ops.shape(inputs)
        keep = keras.random.uniform(
            (shape[0], shape[1], 1), dtype="float32",
            seed=self.seed_generator,
        ) >= self.rate
        return inputs * ops.cast(keep, inputs.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
