import keras
from keras import ops
from keras import backend as K


@keras.saving.register_keras_serializable(package="port")
class FlattenTime(keras.layers.Layer):
    """(batch, time, h, w, c) -> (batch, time, h * w * c)"""

    def call(self, x):
        _, _, h, w, c = K.int_shape(x)
        return ops.reshape(x, (K.shape(x)[0], -1, h * w * c))

    def compute_output_shape(self, input_shape):
        b, t, h, w, c = input_shape
        return (b, t, h * w * c)
