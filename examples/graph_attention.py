# Written by layergen 0.1.0 from graph_attention.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="graph_attention")
class GraphAttention(keras.layers.Layer):
    """Each node attends to its neighbours and to itself (GAT).

    Args:
        units: Positive integer. Size of each head.
        heads: Positive integer. Defaults to `1`.
        concat: Boolean. Whether the heads are concatenated; else they are
            averaged. Defaults to `True`.
        return_attention: Boolean. Defaults to `False`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        adjacency: Tensor of booleans.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.
        x_mask: Optional boolean mask of `(batch, steps)`; steps where it is
            False are left out.

    Input shape:
        x: `(batch, nodes, features)`.
        adjacency: `(batch, nodes, nodes)`.

    Output shape:
        y: `(batch, nodes, heads * units if concat else units)`.
        attention: `(batch, heads, nodes, nodes)`, if `return_attention`.

    Example:

    >>> layer = GraphAttention(units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> adjacency = keras.ops.ones((2, 5, 5), dtype="bool")
    >>> outputs = layer(x, adjacency)

    References:

    - [Veličković et al., 2018](https://arxiv.org/abs/1710.10903)
    """

    def __init__(
        self,
        units,
        heads=1,
        concat=True,
        return_attention=False,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(heads, int) or heads < 1:
            raise ValueError(
                f"`heads` must be a positive integer. Received: heads={heads}"
            )
        self.units = units
        self.heads = heads
        self.concat = concat
        self.return_attention = return_attention
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, x_shape, adjacency_shape):
        features = x_shape[-1]
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
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.heads * self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.source = self.add_weight(
            name="source",
            shape=(self.heads, self.units),
            initializer="glorot_uniform",
        )
        self.target = self.add_weight(
            name="target",
            shape=(self.heads, self.units),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        self.built = True

    def call(self, x, adjacency, x_mask=None):
        batch = ops.shape(x)[0]
        nodes = ops.shape(x)[1]
        h = ops.reshape(
            ops.matmul(x, self.kernel), (batch, nodes, self.heads, self.units)
        )
        receives = ops.transpose(ops.sum(h * self.target, axis=-1), (0, 2, 1))
        sends = ops.transpose(ops.sum(h * self.source, axis=-1), (0, 2, 1))
        scores = ops.leaky_relu(receives[:, :, :, None] + sends[:, :, None, :])
        if x_mask is not None:
            adjacency = ops.logical_and(adjacency, x_mask[:, None, :])
        linked = ops.logical_or(
            adjacency, ops.eye(nodes, dtype=self.compute_dtype) > 0
        )
        attention = ops.softmax(ops.where(linked[:, None], scores, -1e9))
        y = ops.einsum("bhij,bjhu->bihu", attention, h)
        y = (
            ops.reshape(y, (batch, nodes, self.heads * self.units))
            if self.concat
            else ops.mean(y, axis=2)
        )
        if self.return_attention:
            return y, attention
        return y

    def compute_output_shape(self, x_shape, adjacency_shape):
        if self.return_attention:
            return (
                x_shape[0],
                x_shape[1],
                self.heads * self.units if self.concat else self.units,
            ), (x_shape[0], self.heads, x_shape[1], x_shape[1])
        return (
            x_shape[0],
            x_shape[1],
            self.heads * self.units if self.concat else self.units,
        )

    def compute_mask(self, x, mask=None):
        return (mask, None)

    def get_config(self):
        config = {
            "units": self.units,
            "heads": self.heads,
            "concat": self.concat,
            "return_attention": self.return_attention,
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
