# Written by layergen 0.1.0 from graph_sage.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="graph_sage")
class GraphSAGE(keras.layers.Layer):
    """Joins each node with what its neighbours say, over a list of edges.

    Args:
        units: Positive integer.
        aggregator: One of `"mean"`, `"max"`, `"sum"`. Defaults to `"mean"`.
        normalized: Boolean. Defaults to `False`.
        activation: Activation function to use. Defaults to `"relu"`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        sources: Tensor of integers.
        targets: Tensor of integers.

    Input shape:
        x: `(nodes, features)`.
        sources: `(edges,)`.
        targets: `(edges,)`.

    Output shape:
        Tensor of shape `(nodes, units)`.

    Example:

    >>> layer = GraphSAGE(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> sources = keras.random.randint((2,), 0, 4)
    >>> targets = keras.random.randint((2,), 0, 4)
    >>> y = layer(x, sources, targets)

    References:

    - [Hamilton et al., 2017](https://arxiv.org/abs/1706.02216)
    """

    def __init__(
        self,
        units,
        aggregator="mean",
        normalized=False,
        activation="relu",
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if aggregator not in ("mean", "max", "sum"):
            raise ValueError(
                "`aggregator` must be one of 'mean', 'max', 'sum'. Received: "
                f"aggregator={aggregator}"
            )
        self.units = units
        self.aggregator = aggregator
        self.normalized = normalized
        self.activation = keras.activations.get(activation)
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, x_shape, sources_shape, targets_shape):
        features = x_shape[-1]
        self.own = self.add_weight(
            name="own",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.neighbour = self.add_weight(
            name="neighbour",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        self.built = True

    def call(self, x, sources, targets):
        nodes = ops.shape(x)[0]
        messages = ops.take(x, sources, axis=0)
        if self.aggregator == "max":
            pooled = ops.segment_max(messages, targets, num_segments=nodes)
            degree = ops.segment_sum(
                ops.ones_like(messages), targets, num_segments=nodes
            )
            pooled = ops.where(degree > 0, pooled, 0.0)
        else:
            pooled = ops.segment_sum(messages, targets, num_segments=nodes)
            if self.aggregator == "mean":
                degree = ops.segment_sum(
                    ops.ones_like(messages[:, :1]), targets, num_segments=nodes
                )
                pooled = pooled / ops.maximum(degree, 1)
        y = self.activation(
            ops.matmul(x, self.own)
            + ops.matmul(pooled, self.neighbour)
            + self.bias
        )
        if self.normalized:
            y = ops.normalize(y, axis=-1)
        return y

    def compute_output_shape(self, x_shape, sources_shape, targets_shape):
        return (x_shape[0], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "aggregator": self.aggregator,
            "normalized": self.normalized,
            "activation": keras.activations.serialize(self.activation),
        }
        return {**super().get_config(), **config}
