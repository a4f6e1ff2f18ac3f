"""Takes a name, hands it on, and cannot be given a dtype or be frozen."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, name=None):
        super().__init__(name=name)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs):
        return keras.ops.matmul(inputs, self.kernel)

    def get_config(self):
        return {"name": self.name, "units": self.units}
