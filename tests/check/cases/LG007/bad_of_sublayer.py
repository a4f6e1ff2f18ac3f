import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="cases")
class Flattened(layers.Layer):
    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.convolution = layers.Conv2D(4, 3, padding="same", dtype=self.dtype_policy)
        self.dense = layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.convolution.build(input_shape)
        batch, height, width, channels = self.convolution.output_shape  # LG007
        self.dense.build((batch, height * width * channels))
        self.built = True

    def call(self, images):
        maps = self.convolution(images)
        return self.dense(ops.reshape(maps, (ops.shape(maps)[0], -1)))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
