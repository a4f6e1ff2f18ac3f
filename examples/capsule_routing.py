# Written by layergen 0.1.0 from capsule_routing.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="capsule_routing")
class CapsuleRouting(keras.layers.Layer):
    """Capsules agree by routing with which capsules above them they speak.

    Args:
        capsules: Positive integer.
        units: Positive integer. Size of each capsule that comes out.
        iterations: Positive integer. Defaults to `3`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"random_normal"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, parts, size)`.

    Output shape:
        Tensor of shape `(batch, capsules, units)`.

    Example:

    >>> layer = CapsuleRouting(capsules=4, units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Sabour et al., 2017](https://arxiv.org/abs/1710.09829)
    """

    def __init__(
        self,
        capsules,
        units,
        iterations=3,
        kernel_initializer="random_normal",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(capsules, int) or capsules < 1:
            raise ValueError(
                "`capsules` must be a positive integer. Received: "
                f"capsules={capsules}"
            )
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(iterations, int) or iterations < 1:
            raise ValueError(
                "`iterations` must be a positive integer. Received: "
                f"iterations={iterations}"
            )
        self.capsules = capsules
        self.units = units
        self.iterations = iterations
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        parts = input_shape[1]
        size = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(parts, self.capsules, size, self.units),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.input_spec = keras.layers.InputSpec(
            ndim=3, axes={1: parts, -1: size}
        )
        super().build(input_shape)

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        parts = ops.shape(inputs)[1]
        votes = ops.einsum("bps,pcsu->bpcu", inputs, self.kernel)
        logits = ops.zeros(
            (batch, parts, self.capsules), dtype=self.compute_dtype
        )
        for step in range(self.iterations):
            pooled = ops.sum(ops.softmax(logits)[..., None] * votes, axis=1)
            squared = ops.sum(
                ops.square(ops.cast(pooled, "float32")), axis=-1, keepdims=True
            )
            y = pooled * ops.cast(
                ops.sqrt(squared + 1e-7) / (1 + squared), self.compute_dtype
            )
            if step < self.iterations - 1:
                logits = logits + ops.sum(votes * y[:, None], axis=-1)
        return y

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.capsules, self.units)

    def get_config(self):
        config = {
            "capsules": self.capsules,
            "units": self.units,
            "iterations": self.iterations,
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
