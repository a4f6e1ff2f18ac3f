"""A required argument is missing: the config cannot be read back."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dropout = keras.layers.Dropout(rate)

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs, training=None):
        return self.dropout(keras.ops.matmul(inputs, self.kernel), training=training)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}
