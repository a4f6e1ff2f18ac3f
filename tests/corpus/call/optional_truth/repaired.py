import keras
from keras import ops


@keras.saving.register_keras_serializable(package="text")
class LearnedPositions(keras.layers.Layer):
    """Adds learned positions; `position_ids` picks them, if given."""

    def __init__(self, max_length=64, **kwargs):
        super().__init__(**kwargs)
        self.max_length = max_length

    def build(self, input_shape):
        self.table = self.add_weight(
            name="table", shape=(self.max_length, input_shape[-1]),
            initializer="uniform",
        )
        self.built = True

    def call(self, inputs, position_ids=None):
        if position_ids is None:
            position_ids = ops.arange(ops.shape(inputs)[1])
        positions = ops.cast(position_ids, "int32")
        return inputs + ops.take(self.table, positions, axis=0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "max_length": self.max_length}
