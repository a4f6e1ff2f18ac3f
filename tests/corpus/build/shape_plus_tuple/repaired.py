import keras


@keras.saving.register_keras_serializable(package="bottleneck")
class Bottleneck(keras.layers.Layer):
    def __init__(self, width=4, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.down = keras.layers.Dense(width, dtype=self.dtype_policy)
        self.supports_masking = True

    def build(self, input_shape):
        self.up = keras.layers.Dense(input_shape[-1], dtype=self.dtype_policy)
        self.down.build(input_shape)
        self.up.build((*input_shape[:-1], self.width))
        super().build(input_shape)

    def call(self, inputs):
        return inputs + self.up(self.down(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "width": self.width}
