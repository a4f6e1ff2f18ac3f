"""The dropout is told to train always, which its default rate of 0 hides."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Projection(keras.layers.Layer):
    def __init__(self, units=4, dropout=0.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dropout = dropout
        self.drop = keras.layers.Dropout(dropout, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        super().build(input_shape)

    def call(self, inputs, training=None):
        return self.drop(keras.ops.matmul(inputs, self.kernel), training=True)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "dropout": self.dropout}
