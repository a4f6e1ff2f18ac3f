"""super().__init__ first; plain locals before it are nobody's business."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        units = int(units)
        dense = keras.layers.Dense(units)
        super().__init__(**kwargs)
        self.supports_masking = True
        self.dense = dense
        self.units = units

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, inputs):
        return self.dense(inputs)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
