import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pos")
class LearnedPositions(keras.layers.Layer):
    def __init__(self, max_length=128, **kwargs):
        super().__init__(**kwargs)
        self.max_length = max_length
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        _, length, dim = input_shape
        self.table = self.add_weight(name="table", shape=(self.max_length, dim), initializer="random_normal")
        super().build(input_shape)

    def call(self, x):
        return x + self.table[: ops.shape(x)[1]]

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "max_length": self.max_length}
