import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sv")
class Affine2(keras.layers.Layer):
    """A square affine map whose checkpoint keeps readable names."""

    def build(self, input_shape):
        d = input_shape[-1]
        self.left = self.add_weight(name="left", shape=(d, d))
        self.right = self.add_weight(name="right", shape=(d, d))
        self.built = True

    def call(self, inputs):
        return ops.matmul(inputs, self.left) - ops.tanh(ops.matmul(inputs, self.right))

    def compute_output_shape(self, input_shape):
        return input_shape

    def save_own_variables(self, store):
        store["0"] = self.left
        store["1"] = self.right

    def load_own_variables(self, store):
        self.left.assign(store["1"])
        self.right.assign(store["0"])
