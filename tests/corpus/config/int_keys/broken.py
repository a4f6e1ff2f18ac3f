import keras
from keras import ops


@keras.saving.register_keras_serializable(package="tab")
class ColumnScale(keras.layers.Layer):
    """Multiplies chosen columns by constants, given as {column: factor}."""

    def __init__(self, factors=None, **kwargs):
        super().__init__(**kwargs)
        self.factors = factors or {0: 0.5, 2: 2.0}

    def call(self, inputs):
        columns = ops.unstack(inputs, axis=-1)
        columns = [c * self.factors.get(i, 1.0) for i, c in enumerate(columns)]
        return ops.stack(columns, axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["factors"] = self.factors
        return config
