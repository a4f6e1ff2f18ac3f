import keras
from keras import ops


@keras.saving.register_keras_serializable(package="positions")
class AddPositions(keras.layers.Layer):
    def __init__(self, max_length=64, **kwargs):
        super().__init__(**kwargs)
        self.max_length = max_length
        self.supports_masking = True
        self.table = None

    def build(self, input_shape):
        self.table = self.add_weight(
            name="table", shape=(self.max_length, input_shape[-1]), initializer="random_normal"
        )
        super().build(input_shape)

    def call(self, x):
        n = ops.shape(x)[1]
        return x + self.table[:n]

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["max_length"] = self.max_length
        return config
