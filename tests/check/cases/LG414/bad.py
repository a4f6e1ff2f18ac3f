"""The weight is made in call, the first time."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel = None

    def call(self, inputs):
        if self.kernel is None:
            self.kernel = self.add_weight(shape=(inputs.shape[-1], self.units), name="kernel")
        return keras.ops.matmul(inputs, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
