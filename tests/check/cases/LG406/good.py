"""Variables that Keras finds: an attribute, a list, a dictionary, a tuple."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        values = keras.random.normal(shape, dtype=self.variable_dtype, seed=3)
        self.kernel = keras.Variable(values, dtype=self.variable_dtype, name="kernel")
        self.pair = [self.add_weight(shape=shape, name=f"pair_{index}") for index in range(2)]
        self.named = {"gate": self.add_weight(shape=shape, name="gate")}
        self.both = (self.add_weight(shape=shape, name="first"), "a string")

    def call(self, inputs):
        total = self.kernel + self.pair[0] + self.pair[1] + self.named["gate"] + self.both[0]
        return keras.ops.matmul(inputs, total)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
