import keras
from keras import ops


@keras.saving.register_keras_serializable(package="bahdanau")
class AdditiveScore(keras.layers.Layer):
    """Bahdanau attention of a query over a sequence of values."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.w1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.w2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.v = keras.layers.Dense(1, dtype=self.dtype_policy)

    def build(self, query_shape, values_shape):
        self.w1.build(query_shape)
        self.w2.build(values_shape)
        self.v.build((*values_shape[:-1], self.units))
        self.built = True

    def call(self, query, values):
        hidden = ops.tanh(ops.expand_dims(self.w1(query), 1) + self.w2(values))
        weights = ops.softmax(self.v(hidden), axis=1)
        self.attention_weights = weights
        return ops.sum(weights * values, axis=1)

    def compute_output_shape(self, query_shape, values_shape):
        return (values_shape[0], values_shape[-1])

    def get_config(self):
        return {**super().get_config(), "units": self.units}
