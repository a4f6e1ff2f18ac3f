"""An argument under another name than the constructor's."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, output_dim=4, **kwargs):
        super().__init__(**{k: v for k, v in kwargs.items() if k != "units"})
        self.units = output_dim

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs):
        return keras.ops.matmul(inputs, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
