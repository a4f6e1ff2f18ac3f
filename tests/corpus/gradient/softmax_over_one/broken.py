import keras
from keras import ops


@keras.saving.register_keras_serializable(package="text")
class WordAttention(keras.layers.Layer):
    """Attention over words, after Yang et al. (HAN).

    Input: `(samples, steps, features)`. Output: `(samples, features)`.
    """

    def __init__(self, attention_dim=10, **kwargs):
        super().__init__(**kwargs)
        self.attention_dim = attention_dim

    def build(self, input_shape):
        assert len(input_shape) == 3
        self.W = self.add_weight(
            name="W", shape=(input_shape[-1], self.attention_dim)
        )
        self.b = self.add_weight(
            name="b", shape=(self.attention_dim,), initializer="zeros"
        )
        self.u = self.add_weight(name="u", shape=(self.attention_dim, 1))
        super().build(input_shape)

    def call(self, x):
        uit = ops.tanh(ops.matmul(x, self.W) + self.b)
        ait = ops.matmul(uit, self.u)
        ait = ops.softmax(ait)
        return ops.sum(x * ait, axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])

    def get_config(self):
        config = {"attention_dim": self.attention_dim}
        base_config = super().get_config()
        return dict(list(base_config.items()) + list(config.items()))
