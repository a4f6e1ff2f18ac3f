"""One initializer for all layers: it repeats its numbers, so all of them start alike."""

import keras
from keras import initializers, ops


@keras.saving.register_keras_serializable(package="cases")
class Gate(keras.layers.Layer):
    def __init__(self, initializer=initializers.RandomNormal(stddev=0.1), **kwargs):  # noqa: B008
        super().__init__(**kwargs)
        self.initializer = initializers.get(initializer)

    def build(self, input_shape):
        shape = (input_shape[-1], input_shape[-1])
        self.kernel = self.add_weight(name="kernel", shape=shape, initializer=self.initializer)
        super().build(input_shape)

    def call(self, inputs):
        return inputs * ops.sigmoid(ops.matmul(inputs, self.kernel))

    def get_config(self):
        return {**super().get_config(), "initializer": initializers.serialize(self.initializer)}
