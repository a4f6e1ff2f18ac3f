# Written by layergen 0.1.0 from soft_decision_tree.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="soft_decision_tree")
class SoftDecisionTree(keras.layers.Layer):
    """Each inner node of a tree sends a sample left or right by a learned
    probability.

    Args:
        units: Positive integer.
        depth: Positive integer. Defaults to `3`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, features)`.

    Output shape:
        Tensor of shape `(batch, units)`.

    Example:

    >>> layer = SoftDecisionTree(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Frosst and Hinton, 2017](https://arxiv.org/abs/1711.09784)
    """

    def __init__(self, units, depth=3, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(depth, int) or depth < 1:
            raise ValueError(
                f"`depth` must be a positive integer. Received: depth={depth}"
            )
        self.units = units
        self.depth = depth
        self.leaves = 2**depth
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.leaves - 1),
            initializer="glorot_uniform",
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.leaves - 1,), initializer="zeros"
        )
        self.values = self.add_weight(
            name="values",
            shape=(self.leaves, self.units),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        right = ops.sigmoid(ops.matmul(inputs, self.kernel) + self.bias)
        reach = ops.ones((batch, 1), dtype=self.compute_dtype)
        for level in range(self.depth):
            first = 2**level
            go = right[:, first - 1 : 2 * first - 1]
            reach = ops.reshape(
                ops.stack([reach * (1 - go), reach * go], axis=-1),
                (batch, 2 * first),
            )
        return ops.matmul(reach, self.values)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self):
        config = {"units": self.units, "depth": self.depth}
        return {**super().get_config(), **config}
