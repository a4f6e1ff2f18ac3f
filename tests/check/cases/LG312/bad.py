"""load_own_variables forgets to load."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs):
        return keras.ops.matmul(inputs, self.kernel)

    def load_own_variables(self, store):
        self.loaded = len(store.keys())

    def get_config(self):
        return {**super().get_config(), "units": self.units}
