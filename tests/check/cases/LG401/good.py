"""build takes a shape for each tensor, by the names that Keras looks for."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Pair(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, query_shape, value_shape):
        self.kernel = self.add_weight(shape=(query_shape[-1], self.units), name="kernel")
        self.gate = self.add_weight(shape=(value_shape[-1], self.units), name="gate")

    def call(self, query, value):
        return keras.ops.matmul(query, self.kernel) * keras.ops.matmul(value, self.gate)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
