import keras
from keras import ops


@keras.saving.register_keras_serializable(package="text")
class ZeroPadded(keras.layers.Layer):
    """A dense map whose padded steps come out as zeros."""

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True
        self.dense = keras.layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.built = True

    def call(self, inputs, mask=None):
        y = self.dense(inputs)
        if mask is not None:
            y = y * ops.expand_dims(ops.cast(mask, "float32"), -1)
        return y

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
