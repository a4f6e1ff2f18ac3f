import keras
from keras import ops


@keras.saving.register_keras_serializable(package="port")
class FlattenTime(keras.layers.Layer):
    """(batch, time, h, w, c) -> (batch, time, h * w * c)"""

    def call(self, x):
        h, w, c = x.shape[2:]
        return ops.reshape(x, (ops.shape(x)[0], ops.shape(x)[1], h * w * c))

    def compute_output_shape(self, input_shape):
        b, t, h, w, c = input_shape
        return (b, t, h * w * c)
