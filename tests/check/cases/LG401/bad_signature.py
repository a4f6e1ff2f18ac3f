"""Two tensors, and a build whose arguments Keras cannot match with them."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Pair(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, first, second):
        self.kernel = self.add_weight(shape=(first[-1], self.units), name="kernel")
        self.gate = self.add_weight(shape=(second[-1], self.units), name="gate")

    def call(self, query, value):
        return keras.ops.matmul(query, self.kernel) * keras.ops.matmul(value, self.gate)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
