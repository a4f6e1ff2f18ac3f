"""The promise counts two inputs, a third is taken."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="merge")
class ScaledConcat(keras.layers.Layer):
    """Concatenates a list of tensors, each with its own learnt factor."""

    def build(self, input_shape):
        self.factors = [
            self.add_weight(name=f"factor_{i}", shape=(), initializer="ones")
            for i in range(len(input_shape))
        ]
        self.built = True

    def call(self, inputs):
        return ops.concatenate([x * f for x, f in zip(inputs, self.factors)], axis=-1)

    def compute_output_shape(self, input_shape):
        first, second = input_shape[0], input_shape[1]
        return (*first[:-1], first[-1] + second[-1])
