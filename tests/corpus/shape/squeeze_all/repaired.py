import keras
from keras import ops


@keras.saving.register_keras_serializable(package="score")
class LinearScore(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(input_shape[-1], 1))
        super().build(input_shape)

    def call(self, inputs):
        return ops.squeeze(ops.matmul(inputs, self.w), axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape[:-1]
