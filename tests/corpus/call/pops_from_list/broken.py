import keras
from keras import ops


@keras.saving.register_keras_serializable(package="merge")
class WeightedSum(keras.layers.Layer):
    """Sum of several tensors of one shape, each with a learnt factor."""

    def build(self, input_shape):
        self.factors = self.add_weight(name="factors", shape=(len(input_shape),), initializer="ones")
        self.built = True

    def call(self, inputs):
        total = inputs.pop(0) * self.factors[0]
        for i, x in enumerate(inputs):
            total = total + x * self.factors[i + 1]
        return total

    def compute_output_shape(self, input_shape):
        return input_shape[0]
