import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="attn")
class LightSelfAttention(layers.Layer):
    """Self-attention whose heads have `width // num_heads` channels each."""

    def __init__(self, width=8, num_heads=2, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = num_heads
        self.head_dim = width // num_heads
        self.out_dim = self.head_dim
        self.qkv = layers.Dense(3 * self.head_dim * num_heads, dtype=self.dtype_policy)
        self.out = layers.Dense(width, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.qkv.build(input_shape)
        self.out.build((*input_shape[:-1], self.head_dim * self.num_heads))
        self.built = True

    def call(self, x):
        b, t = ops.shape(x)[0], ops.shape(x)[1]
        q, k, v = ops.split(self.qkv(x), 3, axis=-1)
        shape = (b, t, self.num_heads, self.head_dim)
        q, k, v = (ops.reshape(z, shape) for z in (q, k, v))
        att = ops.einsum("bqhd,bkhd->bhqk", q, k) / self.head_dim**0.5
        y = ops.einsum("bhqk,bkhd->bqhd", ops.softmax(att), v)
        return self.out(ops.reshape(y, (b, t, self.num_heads * self.head_dim)))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], self.out.units)

    def get_config(self):
        config = super().get_config()
        config.update({"width": self.out_dim * self.num_heads, "num_heads": self.num_heads})
        return config
