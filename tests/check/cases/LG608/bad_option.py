"""The regularizer is an option: given to the weight, and added in call when there is one."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Map(keras.layers.Layer):
    """A linear map with an optional penalty."""

    def __init__(self, units=5, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)

    def get_config(self):
        config = super().get_config()
        penalty = keras.regularizers.serialize(self.kernel_regularizer)
        return {**config, "units": self.units, "kernel_regularizer": penalty}

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), regularizer=self.kernel_regularizer
        )

    def call(self, inputs):
        if self.kernel_regularizer is not None:
            self.add_loss(self.kernel_regularizer(self.kernel))
        return ops.matmul(inputs, self.kernel)
