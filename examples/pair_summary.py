# Written by layergen 0.1.0 from pair_summary.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pair_summary")
class PairSummary(keras.layers.Layer):
    """Projects two vectors into one space; gives their product, their
    similarity and the larger index.

    Args:
        units: Positive integer. Size of the common space.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: List of tensors: `a`, `b`.

    Input shape:
        a: `(batch, left)`.
        b: `(batch, right)`.

    Output shape:
        product: `(batch, units)`.
        similarity: `(batch, 1)`.
        largest: `(batch,)` of int32.

    Example:

    >>> layer = PairSummary(units=4)
    >>> a = keras.random.normal((2, 5))
    >>> b = keras.random.normal((2, 8))
    >>> product, similarity, largest = layer([a, b])

    References:

    - Two inputs, three outputs: the list-in, list-out layer.
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.input_spec = [
            keras.layers.InputSpec(ndim=2),
            keras.layers.InputSpec(ndim=2),
        ]

    def build(self, input_shape):
        a_shape, b_shape = input_shape
        left = a_shape[-1]
        right = b_shape[-1]
        self.left_kernel = self.add_weight(
            name="left_kernel",
            shape=(left, self.units),
            initializer="glorot_uniform",
        )
        self.right_kernel = self.add_weight(
            name="right_kernel",
            shape=(right, self.units),
            initializer="glorot_uniform",
        )
        self.input_spec = [
            keras.layers.InputSpec(ndim=2, axes={-1: left}),
            keras.layers.InputSpec(ndim=2, axes={-1: right}),
        ]
        super().build(input_shape)

    def call(self, inputs):
        a, b = inputs
        p, q = ops.matmul(a, self.left_kernel), ops.matmul(b, self.right_kernel)
        product = p * q
        lengths = ops.sqrt(
            ops.sum(p * p, axis=-1, keepdims=True)
            * ops.sum(q * q, axis=-1, keepdims=True)
            + 1e-4
        )
        similarity = ops.sum(product, axis=-1, keepdims=True) / lengths
        largest = ops.argmax(product, axis=-1)
        return [product, similarity, largest]

    def compute_output_shape(self, input_shape):
        a_shape, _ = input_shape
        return [(a_shape[0], self.units), (a_shape[0], 1), (a_shape[0],)]

    def compute_output_spec(self, inputs):
        product_shape, similarity_shape, largest_shape = (
            self.compute_output_shape([tensor.shape for tensor in inputs])
        )
        return [
            keras.KerasTensor(product_shape, dtype=self.compute_dtype),
            keras.KerasTensor(similarity_shape, dtype=self.compute_dtype),
            keras.KerasTensor(largest_shape, dtype="int32"),
        ]

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
