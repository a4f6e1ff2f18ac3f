"""The penalty is cut off from what it is a penalty on."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Penalised(keras.layers.Layer):
    """Passes its input through, at the price of its squares."""

    def __init__(self, rate=0.01, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs):
        self.add_loss(self.rate * ops.mean(ops.square(ops.stop_gradient(inputs))))
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}
