"""Every value of every argument has its branch."""

import keras
from keras import ops


class Linear(keras.layers.Layer):
    def __init__(self, units=6, use_bias=True, how="mean", **kwargs):
        super().__init__(**kwargs)
        if how not in ("mean", "last"):
            raise ValueError(f"Unknown pooling: {how!r}")
        self.units = units
        self.use_bias = use_bias
        self.how = how

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,))
        super().build(input_shape)

    def call(self, inputs):
        outputs = ops.matmul(inputs, self.kernel)
        if self.bias is not None:
            outputs = outputs + self.bias
        return ops.mean(outputs, axis=1) if self.how == "mean" else outputs[:, -1]

    def get_config(self):
        config = {"units": self.units, "use_bias": self.use_bias, "how": self.how}
        return {**super().get_config(), **config}
