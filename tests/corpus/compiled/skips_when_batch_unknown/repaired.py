import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norm")
class FilterResponseNorm(keras.layers.Layer):
    def build(self, input_shape):
        self.tau = self.add_weight(name="tau", shape=(input_shape[-1],), initializer="zeros")
        super().build(input_shape)

    def call(self, x):
        power = ops.mean(ops.square(x), axis=list(range(1, len(x.shape) - 1)), keepdims=True)
        return ops.maximum(x / ops.sqrt(power + 1e-3), self.tau)

    def compute_output_shape(self, input_shape):
        return input_shape
