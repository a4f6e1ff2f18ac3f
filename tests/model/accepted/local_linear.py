# Written by layergen 0.1.0 from local_linear.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="local_linear")
class LocalLinear(keras.layers.Layer):
    """LocalLinear layer.

    Args:
        filters: Positive integer.
        kernel_size: Positive integer. Defaults to `3`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time - kernel_size + 1, filters)`.

    Example:

    >>> layer = LocalLinear(filters=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)
    """

    def __init__(self, filters, kernel_size=3, **kwargs):
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
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        time = input_shape[1]
        features = input_shape[-1]
        if None in (time, features):
            raise ValueError(
                "The axes `time` and `features` of the input must be defined."
                f" Received: input_shape={input_shape}"
            )
        if time < self.kernel_size:
            raise ValueError(
                f"`time >= kernel_size` must hold. Received: time={time}, "
                f"kernel_size={self.kernel_size}"
            )
        self.out = time - self.kernel_size + 1
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.out, self.kernel_size * features, self.filters),
            initializer="glorot_uniform",
        )
        self.bias = self.add_weight(
            name="bias", shape=(self.out, self.filters), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(
            ndim=3, axes={1: time, -1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        windows = ops.concatenate(
            [inputs[:, i : i + self.out] for i in range(self.kernel_size)],
            axis=-1,
        )
        return ops.einsum("btk,tkf->btf", windows, self.kernel) + self.bias

    def compute_output_shape(self, input_shape):
        time = input_shape[1]
        return (
            input_shape[0],
            None if time is None else time - self.kernel_size + 1,
            self.filters,
        )

    def get_config(self):
        config = {"filters": self.filters, "kernel_size": self.kernel_size}
        return {**super().get_config(), **config}
