import keras
from keras import ops


@keras.saving.register_keras_serializable(package="peft")
class LowRankAdapter(keras.layers.Layer):
    """Adds a low-rank update, which starts at zero, to what passes."""

    def __init__(self, rank=4, alpha=1.0, **kwargs):
        super().__init__(**kwargs)
        self.rank = rank
        self.alpha = alpha
        self.supports_masking = True

    def build(self, input_shape):
        dim = input_shape[-1]
        self.down = self.add_weight(name="down", shape=(dim, self.rank), initializer="he_uniform")
        self.up = self.add_weight(name="up", shape=(self.rank, dim), initializer="zeros")
        self.input_spec = keras.layers.InputSpec(min_ndim=2, axes={-1: dim})
        self.built = True

    def call(self, inputs):
        update = ops.matmul(ops.matmul(inputs, self.down), self.up)
        return inputs + update * (self.alpha / self.rank)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["rank"] = self.rank
        config["alpha"] = self.alpha
        return config
