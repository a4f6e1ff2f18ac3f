"""Each penalty once."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Map(keras.layers.Layer):
    """A linear map with a penalty on its kernel and one on its output."""

    def __init__(self, units=5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.penalty = keras.regularizers.L2(0.01)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), regularizer=self.penalty
        )

    def call(self, inputs):
        outputs = ops.matmul(inputs, self.kernel)
        self.add_loss(0.01 * ops.mean(ops.square(outputs)))
        return outputs
