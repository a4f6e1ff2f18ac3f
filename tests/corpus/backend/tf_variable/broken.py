import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="linear")
class Linear(keras.layers.Layer):
    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True

    def build(self, input_shape):
        self.w = tf.Variable(
            tf.random.normal((input_shape[-1], self.units), stddev=0.1), trainable=True
        )
        self.b = tf.Variable(tf.zeros((self.units,)), trainable=True)
        super().build(input_shape)

    def call(self, inputs):
        return ops.matmul(inputs, ops.cast(self.w, inputs.dtype)) + ops.cast(self.b, inputs.dtype)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
