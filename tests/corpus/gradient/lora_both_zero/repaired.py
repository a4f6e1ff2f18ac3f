import keras
from keras import ops


@keras.saving.register_keras_serializable(package="peft")
class LowRankUpdate(keras.layers.Layer):
    """A frozen dense kernel with a trainable low-rank update."""

    def __init__(self, units=8, rank=2, alpha=4.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rank = rank
        self.alpha = alpha

    def build(self, input_shape):
        dim = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel", shape=(dim, self.units), trainable=False
        )
        self.lora_a = self.add_weight(
            name="lora_a",
            shape=(dim, self.rank),
            initializer="he_uniform",
        )
        self.lora_b = self.add_weight(
            name="lora_b", shape=(self.rank, self.units), initializer="zeros"
        )
        self.built = True

    def call(self, inputs):
        update = ops.matmul(ops.matmul(inputs, self.lora_a), self.lora_b)
        return ops.matmul(inputs, self.kernel) + (
            self.alpha / self.rank
        ) * update

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(units=self.units, rank=self.rank, alpha=self.alpha)
        return config
