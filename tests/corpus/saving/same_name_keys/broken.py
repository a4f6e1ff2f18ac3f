import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sv")
class DoubleDense(keras.layers.Layer):
    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def _linear(self, prefix, n_in, n_out):
        kernel = self.add_weight(name="kernel", shape=(n_in, n_out))
        bias = self.add_weight(name="bias", shape=(n_out,), initializer="zeros")
        return kernel, bias

    def build(self, input_shape):
        self.k1, self.b1 = self._linear("first", input_shape[-1], self.units)
        self.k2, self.b2 = self._linear("second", self.units, self.units)
        self.built = True

    def call(self, x):
        h = ops.relu(ops.matmul(x, self.k1) + self.b1)
        return ops.matmul(h, self.k2) + self.b2

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def save_own_variables(self, store):
        for w in self.weights:
            store[w.name] = ops.convert_to_numpy(w)

    def load_own_variables(self, store):
        for w in self.weights:
            w.assign(store[w.name])

    def get_config(self):
        return {**super().get_config(), "units": self.units}
