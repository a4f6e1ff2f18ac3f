# Written by layergen 0.1.0 from local_dense.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="local_dense")
class LocalDense(keras.layers.Layer):
    """A convolution over time whose kernel is another one at each position.

    Args:
        filters: Positive integer. Number of channels of the output.
        kernel_size: Positive integer. Defaults to `3`.
        kernel_initializer: Initializer for the `kernel` weight. Defaults to
            `"glorot_uniform"`.
        kernel_regularizer: Regularizer function for the `kernel` weight.
        kernel_constraint: Constraint function for the `kernel` weight.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, channels)`.

    Output shape:
        Tensor of shape `(batch, steps, filters)`.

    Example:

    >>> layer = LocalDense(filters=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - keras.layers.LocallyConnected1D of Keras 2
    """

    def __init__(
        self,
        filters,
        kernel_size=3,
        kernel_initializer="glorot_uniform",
        kernel_regularizer=None,
        kernel_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        if not isinstance(filters, int) or filters < 1:
            raise ValueError(
                "`filters` must be a positive integer. Received: "
                f"filters={filters}"
            )
        if not isinstance(kernel_size, int) or kernel_size < 1:
            raise ValueError(
                "`kernel_size` must be a positive integer. Received: "
                f"kernel_size={kernel_size}"
            )
        self.filters = filters
        self.kernel_size = kernel_size
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.kernel_constraint = keras.constraints.get(kernel_constraint)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        time = input_shape[1]
        channels = input_shape[-1]
        if time is None:
            raise ValueError(
                "The axis `time` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        if time < self.kernel_size:
            raise ValueError(
                f"`time >= kernel_size` must hold. Received: time={time}, "
                f"kernel_size={self.kernel_size}"
            )
        self.steps = time - self.kernel_size + 1
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.steps, self.kernel_size, channels, self.filters),
            initializer=self.kernel_initializer,
            regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint,
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.steps, self.filters), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(
            ndim=3, axes={1: time, -1: channels}
        )
        super().build(input_shape)

    def call(self, inputs):
        windows = ops.stack(
            [inputs[:, i : i + self.steps] for i in range(self.kernel_size)],
            axis=2,
        )
        return ops.einsum("btkc,tkcf->btf", windows, self.kernel) + self.bias

    def compute_output_shape(self, input_shape):
        time = input_shape[1]
        steps = None if time is None else time - self.kernel_size + 1
        return (input_shape[0], steps, self.filters)

    def get_config(self):
        config = {
            "filters": self.filters,
            "kernel_size": self.kernel_size,
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
