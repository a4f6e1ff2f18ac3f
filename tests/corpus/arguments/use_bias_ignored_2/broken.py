import keras
from keras import ops


@keras.saving.register_keras_serializable(package="attention_tools")
class SplitHeads(keras.layers.Layer):
    """Projects to query, key and value and returns them as a dict, split in heads."""

    def __init__(self, num_heads, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = num_heads
        self.use_bias = use_bias

    def build(self, input_shape):
        dim = input_shape[-1]
        if dim % self.num_heads:
            raise ValueError(
                f"The last axis must divide by num_heads={self.num_heads}. "
                f"Received: input_shape={tuple(input_shape)}"
            )
        self.head_dim = dim // self.num_heads
        self.projections = {}
        for name in ("query", "key", "value"):
            dense = keras.layers.Dense(dim, dtype=self.dtype_policy, name=name)
            dense.build(input_shape)
            self.projections[name] = dense
        self.built = True

    def call(self, inputs):
        length = ops.shape(inputs)[1]
        shape = (-1, length, self.num_heads, self.head_dim)
        return {name: ops.reshape(dense(inputs), shape) for name, dense in self.projections.items()}

    def compute_output_shape(self, input_shape):
        batch, length, dim = input_shape
        shape = (batch, length, self.num_heads, dim // self.num_heads)
        return {"query": shape, "key": shape, "value": shape}

    def get_config(self):
        config = super().get_config()
        config.update({"num_heads": self.num_heads, "use_bias": self.use_bias})
        return config
