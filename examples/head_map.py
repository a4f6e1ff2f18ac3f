# Written by layergen 0.1.0 from head_map.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="head_map")
class HeadMap(keras.layers.Layer):
    """Maps the last axis to a number of heads, each of its own size.

    Args:
        heads: Positive integer. Number of heads.
        head_size: Positive integer. Size of each head.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., heads, head_size)`.

    Example:

    >>> layer = HeadMap(heads=2, head_size=2)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - keras.layers.EinsumDense
    """

    def __init__(
        self,
        heads,
        head_size,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(heads, int) or heads < 1:
            raise ValueError(
                f"`heads` must be a positive integer. Received: heads={heads}"
            )
        if not isinstance(head_size, int) or head_size < 1:
            raise ValueError(
                "`head_size` must be a positive integer. Received: "
                f"head_size={head_size}"
            )
        self.heads = heads
        self.head_size = head_size
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.heads, self.head_size),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.heads, self.head_size), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        return ops.einsum("...f,fhs->...hs", inputs, self.kernel) + self.bias

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.heads, self.head_size)

    def get_config(self):
        config = {
            "heads": self.heads,
            "head_size": self.head_size,
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
