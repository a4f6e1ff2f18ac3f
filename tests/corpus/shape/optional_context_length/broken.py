import keras
from keras import ops


@keras.saving.register_keras_serializable(package="perceiver")
class LatentAttention(keras.layers.Layer):
    """Attends over `context` if given, over the input itself otherwise."""

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, inputs_shape, context_shape=None):
        source = inputs_shape if context_shape is None else context_shape
        self.wq = self.add_weight(
            name="wq", shape=(inputs_shape[-1], self.units)
        )
        self.wk = self.add_weight(name="wk", shape=(source[-1], self.units))
        self.wv = self.add_weight(name="wv", shape=(source[-1], self.units))
        self.built = True

    def call(self, inputs, context=None):
        source = inputs if context is None else context
        q = ops.matmul(inputs, self.wq)
        k = ops.matmul(source, self.wk)
        v = ops.matmul(inputs, self.wv)
        scores = ops.einsum("bqd,bkd->bqk", q, k) / self.units**0.5
        return ops.matmul(ops.softmax(scores), v)

    def compute_output_shape(self, inputs_shape, context_shape=None):
        return (*inputs_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
