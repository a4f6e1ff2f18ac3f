import keras
from keras import ops


@keras.saving.register_keras_serializable(package="nlp")
class AdditiveAttention(keras.layers.Layer):
    """Bahdanau attention: (query, values) -> context."""

    def __init__(self, units):
        super().__init__()
        self.units = units
        self.W1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.W2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.V = keras.layers.Dense(1, dtype=self.dtype_policy)

    def build(self, query_shape, values_shape):
        self.W1.build(query_shape)
        self.W2.build(values_shape)
        self.V.build((values_shape[0], values_shape[1], self.units))
        self.built = True

    def call(self, query, values):
        hidden = ops.expand_dims(self.W1(query), 1)
        score = self.V(ops.tanh(hidden + self.W2(values)))
        weights = ops.softmax(score, axis=1)
        return ops.sum(weights * values, axis=1)

    def compute_output_shape(self, query_shape, values_shape):
        return (values_shape[0], values_shape[2])

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config
