import keras
from keras import ops


@keras.saving.register_keras_serializable(package="classic_units")
class Maxout(keras.layers.Layer):
    """Goodfellow's maxout: the largest of several linear maps.

    Args:
        units: Size of the output.
        pieces: How many linear maps compete.
        kernel_constraint: Constraint on the kernel.
    """

    def __init__(self, units, pieces=2, kernel_constraint=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.pieces = pieces
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        _, width = input_shape
        self.kernel = self.add_weight(
            name="kernel",
            shape=(width, self.units * self.pieces),
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units, self.pieces), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: width})

    def call(self, inputs):
        linear = ops.matmul(inputs, self.kernel)
        linear = ops.reshape(linear, (-1, self.units, self.pieces))
        return ops.max(linear + self.bias, axis=-1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "units": self.units,
                "pieces": self.pieces,
                "kernel_constraint": keras.constraints.serialize(self.kernel_constraint),
            }
        )
        return config
