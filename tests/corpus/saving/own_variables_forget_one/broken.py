import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sv")
class GatedSum(keras.layers.Layer):
    """Two inputs, gated: g * a + (1 - g) * b."""

    def build(self, a_shape, b_shape):
        d = a_shape[-1]
        self.wa = self.add_weight(name="wa", shape=(d, d))
        self.wb = self.add_weight(name="wb", shape=(d, d))
        self.bias = self.add_weight(name="bias", shape=(d,), initializer="ones")
        self.built = True

    def call(self, a, b):
        g = ops.sigmoid(ops.matmul(a, self.wa) + ops.matmul(b, self.wb) + self.bias)
        return g * a + (1.0 - g) * b

    def compute_output_shape(self, a_shape, b_shape):
        return a_shape

    def save_own_variables(self, store):
        store["wa"] = self.wa
        store["wb"] = self.wb

    def load_own_variables(self, store):
        self.wa.assign(store["wa"])
        self.wb.assign(store["wb"])
