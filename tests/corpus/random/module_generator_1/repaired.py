import keras
from keras import ops


@keras.saving.register_keras_serializable(package="wav")
class SpanMasker(keras.layers.Layer):
    """Replaces random steps by a learned vector while training."""

    def __init__(self, mask_rate=0.3, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.mask_rate = mask_rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def build(self, input_shape):
        self.vector = self.add_weight(
            name="vector", shape=(input_shape[-1],), initializer="random_normal"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: input_shape[-1]})

    def call(self, inputs, training=False):
        if not training:
            return inputs
        shape = ops.shape(inputs)[:2]
        draw = keras.random.uniform(shape, seed=self.seed_generator)
        hidden = ops.expand_dims(draw < self.mask_rate, axis=-1)
        return ops.where(hidden, ops.cast(self.vector, inputs.dtype), inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"mask_rate": self.mask_rate, "seed": self.seed})
        return config
