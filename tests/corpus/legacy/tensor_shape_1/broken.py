import keras
from keras import activations
from keras import ops
from keras.layers import Layer


@keras.saving.register_keras_serializable(package="course")
class OldDense(Layer):
    """The dense layer that every tutorial starts with."""

    def __init__(self, output_dim, activation=None, **kwargs):
        super(OldDense, self).__init__(**kwargs)
        self.output_dim = output_dim
        self.activation = activations.get(activation)

    def build(self, input_shape):
        input_dim = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel", shape=(input_dim, self.output_dim), initializer="uniform"
        )
        self.bias = self.add_weight(name="bias", shape=(self.output_dim,), initializer="zeros")
        super(OldDense, self).build(input_shape)

    def call(self, x):
        return self.activation(ops.matmul(x, self.kernel) + self.bias)

    def compute_output_shape(self, input_shape):
        shape = input_shape.as_list()
        shape[-1] = self.output_dim
        return shape

    def get_config(self):
        config = super(OldDense, self).get_config()
        config["output_dim"] = self.output_dim
        config["activation"] = activations.serialize(self.activation)
        return config
