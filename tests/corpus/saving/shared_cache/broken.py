import keras
from keras import ops

_TABLES = {}


@keras.saving.register_keras_serializable(package="sv")
class RelativeBias(keras.layers.Layer):
    """A learned bias for each distance, added to attention scores (b, h, q, k)."""

    def __init__(self, max_distance=32, **kwargs):
        super().__init__(**kwargs)
        self.max_distance = max_distance

    def build(self, input_shape):
        heads = input_shape[1]
        key = (heads, self.max_distance)
        if key not in _TABLES:
            _TABLES[key] = self.add_weight(
                name="table", shape=(2 * self.max_distance + 1, heads), initializer="random_normal"
            )
        self.table = _TABLES[key]
        self.built = True

    def call(self, scores):
        q, k = ops.shape(scores)[2], ops.shape(scores)[3]
        d = ops.expand_dims(ops.arange(k), 0) - ops.expand_dims(ops.arange(q), 1)
        d = ops.clip(d, -self.max_distance, self.max_distance) + self.max_distance
        bias = ops.take(self.table, d, axis=0)
        return scores + ops.transpose(bias, (2, 0, 1))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "max_distance": self.max_distance}
