import keras
from keras import ops
from keras.layers import Layer


@keras.saving.register_keras_serializable(package="han")
class ContextAttention(Layer):
    """Word attention of the hierarchical attention network, with a context vector."""

    def __init__(self, use_bias=True, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.use_bias = use_bias
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.supports_masking = True

    def build(self, input_shape):
        dim = input_shape[-1]
        self.W = self.add_weight(name="W", shape=(dim, dim), initializer=self.kernel_initializer)
        self.b = None
        if self.use_bias:
            self.b = self.add_weight(name="b", shape=(dim,), initializer="zeros")
        self.u = self.add_weight(name="u", shape=(dim,), initializer="uniform")
        super().build(input_shape)

    def compute_mask(self, inputs, mask=None):
        return None

    def call(self, x, mask=None):
        uit = ops.dot(x, self.W)
        if self.b is not None:
            uit = uit + self.b
        ait = ops.sum(ops.tanh(uit) * self.u, axis=-1)
        if mask is not None:
            ait = ait * ops.cast(mask, ait.dtype)
        a = ops.expand_dims(ops.softmax(ait, axis=-1), axis=-1)
        return ops.sum(x * a, axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])

    def get_config(self):
        config = super().get_config()
        config["use_bias"] = self.use_bias
        config["kernel_initializer"] = keras.initializers.serialize(self.kernel_initializer)
        return config
