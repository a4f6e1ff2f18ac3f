"""The projection is a weight that is not trained."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class RandomFeatures(keras.layers.Layer):
    """Cosines of a random projection."""

    def build(self, input_shape):
        size = input_shape[-1]
        self.projection = self.add_weight(
            name="projection", shape=(size, size), initializer="random_normal", trainable=False
        )

    def call(self, inputs):
        return ops.cos(ops.matmul(inputs, self.projection))
