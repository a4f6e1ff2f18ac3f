# Written by layergen 0.1.0 from graph_convolution.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="graph_convolution")
class GraphConvolution(keras.layers.Layer):
    """Averages over neighbours, with self-loops and symmetric normalisation,
    then a dense map (GCN).

    Args:
        units: Positive integer.
        activation: Activation function to use. Defaults to `"linear"`.
        use_bias: Boolean. Defaults to `True`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
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

    >>> layer = GraphConvolution(units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> adjacency = keras.random.normal((2, 5, 5))
    >>> y = layer(x, adjacency)

    References:

    - [Kipf and Welling, 2017](https://arxiv.org/abs/1609.02907)
    """

    def __init__(
        self,
        units,
        activation="linear",
        use_bias=True,
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
        self.units = units
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
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
            shape=(features, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        if self.use_bias:
            self.bias = self.add_weight(
                name="bias", shape=(self.units,), initializer="zeros"
            )
        else:
            self.bias = None
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        self.built = True

    def call(self, x, adjacency, x_mask=None):
        nodes = ops.shape(x)[1]
        if x_mask is not None:
            adjacency = ops.where(x_mask[:, None, :], adjacency, 0.0)
        loops = adjacency + ops.eye(nodes, dtype=self.compute_dtype)
        scale = ops.rsqrt(ops.maximum(ops.sum(loops, axis=-1), 1e-3))
        h = scale[:, :, None] * ops.matmul(
            loops, scale[:, :, None] * ops.matmul(x, self.kernel)
        )
        if self.use_bias:
            h = h + self.bias
        return self.activation(h)

    def compute_output_shape(self, x_shape, adjacency_shape):
        return (x_shape[0], x_shape[1], self.units)

    def get_config(self):
        config = {
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
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
