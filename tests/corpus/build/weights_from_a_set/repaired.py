import keras
from keras import ops

GATES = ("forget", "update", "output", "candidate")


@keras.saving.register_keras_serializable(package="gates")
class GateBank(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True

    def build(self, input_shape):
        self.kernels = {}
        for gate in GATES:
            self.kernels[gate] = self.add_weight(name=gate, shape=(input_shape[-1], self.units))
        self.built = True

    def call(self, x):
        f, u, o, c = (ops.matmul(x, self.kernels[g]) for g in GATES)
        return ops.sigmoid(o) * ops.tanh(ops.sigmoid(f) * c + ops.sigmoid(u))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
