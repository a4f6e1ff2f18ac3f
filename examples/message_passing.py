# Written by layergen 0.1.0 from message_passing.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="message_passing")
class MessagePassing(keras.layers.Layer):
    """Messages along edges that have features, summed at each node and joined
    with its state.

    Args:
        units: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        edges: Tensor.
        adjacency: Tensor.

    Input shape:
        x: `(batch, nodes, features)`.
        edges: `(batch, nodes, nodes, edge_size)`.
        adjacency: `(batch, nodes, nodes)`.

    Output shape:
        Tensor of shape `(batch, nodes, units)`.

    Example:

    >>> layer = MessagePassing(units=4)
    >>> x = keras.random.normal((2, 6, 5))
    >>> edges = keras.random.normal((2, 6, 6, 8))
    >>> adjacency = keras.random.normal((2, 6, 6))
    >>> y = layer(x, edges, adjacency)

    References:

    - [Gilmer et al., 2017](https://arxiv.org/abs/1704.01212)
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, x_shape, edges_shape, adjacency_shape):
        features = x_shape[-1]
        edge_size = edges_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"x_shape={x_shape}"
            )
        if (
            None not in (edges_shape[1], x_shape[1])
            and edges_shape[1] != x_shape[1]
        ):
            raise ValueError(
                "Axis 1 of `edges` must be `nodes`. Received: "
                f"edges_shape={edges_shape}, x_shape={x_shape}"
            )
        if (
            None not in (edges_shape[2], x_shape[1])
            and edges_shape[2] != x_shape[1]
        ):
            raise ValueError(
                "Axis 2 of `edges` must be `nodes`. Received: "
                f"edges_shape={edges_shape}, x_shape={x_shape}"
            )
        if (
            None not in (adjacency_shape[1], x_shape[1])
            and adjacency_shape[1] != x_shape[1]
        ):
            raise ValueError(
                "Axis 1 of `adjacency` must be `nodes`. Received: "
                f"adjacency_shape={adjacency_shape}, x_shape={x_shape}"
            )
        if (
            None not in (adjacency_shape[-1], x_shape[1])
            and adjacency_shape[-1] != x_shape[1]
        ):
            raise ValueError(
                "Axis 2 of `adjacency` must be `nodes`. Received: "
                f"adjacency_shape={adjacency_shape}, x_shape={x_shape}"
            )
        self.sender = self.add_weight(
            name="sender",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.receiver = self.add_weight(
            name="receiver",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.edge = self.add_weight(
            name="edge",
            shape=(edge_size, self.units),
            initializer="glorot_uniform",
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.units,), initializer="zeros"
        )
        self.update = self.add_weight(
            name="update",
            shape=(features + self.units, self.units),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        self.built = True

    def call(self, x, edges, adjacency):
        messages = (
            ops.matmul(x, self.receiver)[:, :, None, :]
            + ops.matmul(x, self.sender)[:, None, :, :]
            + ops.matmul(edges, self.edge)
            + self.bias
        )
        messages = ops.sum(ops.relu(messages) * adjacency[..., None], axis=2)
        return ops.relu(
            ops.matmul(ops.concatenate([x, messages], axis=-1), self.update)
        )

    def compute_output_shape(self, x_shape, edges_shape, adjacency_shape):
        return (x_shape[0], x_shape[1], self.units)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
