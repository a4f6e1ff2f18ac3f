import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="port")
class ConvFlattenDense(layers.Layer):
    def __init__(self, filters=4, units=6, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.units = units
        self.conv = layers.Conv2D(filters, 3, padding="same", dtype=self.dtype_policy)
        self.dense = layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.conv.build(input_shape)
        b, h, w, c = self.conv.compute_output_shape(input_shape)
        self.dense.build((b, h * w * c))
        self.built = True

    def call(self, images):
        y = ops.relu(self.conv(images))
        return self.dense(ops.reshape(y, (ops.shape(y)[0], -1)))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self):
        return {**super().get_config(), "filters": self.filters, "units": self.units}
