# Written by layergen 0.1.0 from graph_isomorphism.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="graph_isomorphism")
class GraphIsomorphism(keras.layers.Layer):
    """Sums over neighbours, which tells more graphs apart than averaging does
    (GIN).

    Args:
        units: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        x: Tensor.
        adjacency: Tensor.
        x_mask: Optional boolean mask of `(batch, steps)`; steps where it is
            False are left out.

    Input shape:
        x: `(batch, nodes, features)`.
        adjacency: `(batch, nodes, nodes)`.

    Output shape:
        Tensor of shape `(batch, nodes, units)`.

    Example:

    >>> layer = GraphIsomorphism(units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> adjacency = keras.random.normal((2, 5, 5))
    >>> y = layer(x, adjacency)

    References:

    - [Xu et al., 2019](https://arxiv.org/abs/1810.00826)
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
        self.hidden = keras.layers.Dense(
            units, activation="relu", dtype=self.dtype_policy, name="hidden"
        )
        self.project = keras.layers.Dense(
            units, dtype=self.dtype_policy, name="project"
        )

    def build(self, x_shape, adjacency_shape):
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
        self.epsilon = self.add_weight(
            name="epsilon", shape=(), initializer="zeros"
        )
        self.hidden.build(x_shape)
        self.project.build((x_shape[0], x_shape[1], self.units))
        self.built = True

    def call(self, x, adjacency, x_mask=None):
        if x_mask is not None:
            adjacency = ops.where(x_mask[:, None, :], adjacency, 0.0)
        return self.project(
            self.hidden((1 + self.epsilon) * x + ops.matmul(adjacency, x))
        )

    def compute_output_shape(self, x_shape, adjacency_shape):
        return (x_shape[0], x_shape[1], self.units)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
