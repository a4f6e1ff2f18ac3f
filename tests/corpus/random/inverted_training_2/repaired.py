import keras
from keras import ops


@keras.saving.register_keras_serializable(package="regularize")
class StochasticDepth(keras.layers.Layer):
    """Drops whole rows of the batch in training, and rescales the rest."""

    def __init__(self, drop_prob=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0.0 <= drop_prob < 1.0:
            raise ValueError(f"drop_prob must be in [0, 1). Received: drop_prob={drop_prob}")
        self.drop_prob = drop_prob
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        if not training or self.drop_prob == 0.0:
            return inputs
        keep = 1.0 - self.drop_prob
        shape = (ops.shape(inputs)[0],) + (1,) * (len(inputs.shape) - 1)
        draw = keras.random.uniform(shape, seed=self.seed_generator)
        kept = ops.cast(draw < keep, inputs.dtype)
        return inputs * kept / keep

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"drop_prob": self.drop_prob, "seed": self.seed})
        return config
