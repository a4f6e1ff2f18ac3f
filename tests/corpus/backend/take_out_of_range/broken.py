import keras
from keras import ops


@keras.saving.register_keras_serializable(package="relpos")
class RelativeBias(keras.layers.Layer):
    """Adds a learnt bias of the distance to scores `(batch, length, length)`.

    Distances beyond `max_distance` share one bias.
    """

    def __init__(self, max_distance=4, **kwargs):
        super().__init__(**kwargs)
        self.max_distance = max_distance
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.table = self.add_weight(
            name="table", shape=(2 * self.max_distance + 1,), initializer="random_normal"
        )
        super().build(input_shape)

    def call(self, scores):
        rows = ops.arange(ops.shape(scores)[1])
        columns = ops.arange(ops.shape(scores)[2])
        distance = columns[None, :] - rows[:, None]
        bias = ops.take(self.table, distance + self.max_distance, axis=0)
        return scores + bias

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "max_distance": self.max_distance}
