"""Self-attentive pooling, ported from a Keras 2 repository."""
import keras
from keras import backend as K


def dot_product(x, kernel):
    """(batch, time, dim) x (dim,) -> (batch, time)"""
    return K.squeeze(K.dot(x, K.expand_dims(kernel)), axis=-1)


@keras.saving.register_keras_serializable(package="port")
class AttentionWithContext(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        self.bias = bias

    def build(self, input_shape):
        d = input_shape[-1]
        self.W = self.add_weight(name="W", shape=(d, d), initializer="glorot_uniform")
        if self.bias:
            self.b = self.add_weight(name="b", shape=(d,), initializer="zeros")
        self.u = self.add_weight(name="u", shape=(d,), initializer="random_normal")
        super().build(input_shape)

    def compute_mask(self, inputs, mask=None):
        return None

    def call(self, x, mask=None):
        uit = K.dot(x, self.W)
        if self.bias:
            uit += self.b
        uit = K.tanh(uit)
        a = K.exp(dot_product(uit, self.u))
        if mask is not None:
            a *= K.cast(mask, K.floatx())
        a /= K.cast(K.sum(a, axis=1, keepdims=True) + K.epsilon(), K.floatx())
        return K.sum(x * K.expand_dims(a), axis=1)

    def compute_output_shape(self, input_shape):
        return input_shape[0], input_shape[-1]

    def get_config(self):
        return {**super().get_config(), "bias": self.bias}
