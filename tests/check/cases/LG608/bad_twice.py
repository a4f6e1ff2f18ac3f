"""The regularizer is given to the weight and added by hand."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Map(keras.layers.Layer):
    """A linear map with a penalty."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.penalty = keras.regularizers.L2(0.01)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), regularizer=self.penalty
        )

    def call(self, inputs):
        self.add_loss(self.penalty(self.kernel))
        return ops.matmul(inputs, self.kernel)
