# Written by layergen 0.1.0 from my_pair.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="my_pair")
class MyPair(keras.layers.Layer):
    """Maps a list of two tensors to a list of two.

    Args:
        output_dim: Positive integer. Size of the last axis of the inputs'
            common space.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: List of tensors: `a`, `b`.

    Input shape:
        a: `(batch, features)`.
        b: `(batch, output_dim)`.

    Output shape:
        mixed: `(batch, output_dim)`.
        average: `(batch,)`.

    Example:

    >>> layer = MyPair(output_dim=4)
    >>> a = keras.random.normal((2, 8))
    >>> b = keras.random.normal((2, 4))
    >>> mixed, average = layer([a, b])

    References:

    - The list-in, list-out example of Keras's page on custom layers.
    """

    def __init__(
        self,
        output_dim,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(output_dim, int) or output_dim < 1:
            raise ValueError(
                "`output_dim` must be a positive integer. Received: "
                f"output_dim={output_dim}"
            )
        self.output_dim = output_dim
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = [
            keras.layers.InputSpec(ndim=2),
            keras.layers.InputSpec(ndim=2, axes={-1: output_dim}),
        ]

    def build(self, input_shape):
        a_shape, _ = input_shape
        features = a_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.output_dim),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.input_spec = [
            keras.layers.InputSpec(ndim=2, axes={-1: features}),
            keras.layers.InputSpec(ndim=2, axes={-1: self.output_dim}),
        ]
        super().build(input_shape)

    def call(self, inputs):
        a, b = inputs
        mixed = ops.matmul(a, self.kernel) + b
        average = ops.mean(b, axis=-1)
        return [mixed, average]

    def compute_output_shape(self, input_shape):
        a_shape, _ = input_shape
        return [(a_shape[0], self.output_dim), (a_shape[0],)]

    def get_config(self):
        config = {
            "output_dim": self.output_dim,
            "kernel_initializer": keras.initializers.serialize(
                self.kernel_initializer
            ),
            "kernel_regularizer": keras.regularizers.serialize(
                self.kernel_regularizer
            ),
            "kernel_constraint": keras.constraints.serialize(
                self.kernel_constraint
            ),
        }
        return {**super().get_config(), **config}
