import keras
from keras import ops


@keras.saving.register_keras_serializable(package="mha")
class HeadNorm(keras.layers.Layer):
    """Normalises every head of the features on its own."""

    def __init__(self, num_heads=2, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = num_heads
        self.epsilon = epsilon
        self.supports_masking = True

    def build(self, input_shape):
        if input_shape[-1] % self.num_heads:
            raise ValueError(
                f"The last axis ({input_shape[-1]}) must be divisible by num_heads ({self.num_heads})."
            )
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")
        super().build(input_shape)

    def call(self, x):
        dim = x.shape[-1]
        h = ops.reshape(x, (-1, x.shape[1], self.num_heads, dim // self.num_heads))
        h = h / ops.sqrt(ops.mean(ops.square(h), axis=-1, keepdims=True) + self.epsilon)
        return ops.reshape(h, (-1, x.shape[1], dim)) * self.scale

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "num_heads": self.num_heads, "epsilon": self.epsilon}
