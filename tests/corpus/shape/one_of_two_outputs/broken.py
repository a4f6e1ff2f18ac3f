import keras
from keras import ops


@keras.saving.register_keras_serializable(package="attn")
class AttentionPool(keras.layers.Layer):
    """Weighted mean over time. Returns the mean and the weights."""

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], 1))
        super().build(input_shape)

    def call(self, inputs):
        weights = ops.softmax(ops.squeeze(ops.matmul(inputs, self.kernel), -1), axis=1)
        return ops.sum(inputs * weights[..., None], axis=1), weights

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])
