# Written by layergen 0.1.0 from size_for_a_loop.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="size_for_a_loop")
class SizeForALoop(keras.layers.Layer):
    """SizeForALoop layer.

    Args:
        size: Integer. Defaults to `2`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time // size, features)`.

    Example:

    >>> layer = SizeForALoop()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)
    """

    def __init__(self, size=2, **kwargs):
        super().__init__(**kwargs)
        if type(size) is not int:
            raise ValueError(
                f"`size` must be an integer. Received: size={size}"
            )
        self.size = size
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        time = input_shape[1]
        features = input_shape[-1]
        if time is None:
            raise ValueError(
                "The axis `time` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.count = time // self.size
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, features),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(
            ndim=3, axes={1: time, -1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        features = ops.shape(inputs)[-1]
        batched = batch * self.count
        parts = ops.matmul(
            ops.reshape(
                inputs[:, : self.count * self.size],
                (batched, self.size, features),
            ),
            self.kernel,
        )
        y = ops.reshape(ops.mean(parts, axis=1), (batch, self.count, features))
        for index in range(self.count):
            y = y + index
        return y

    def compute_output_shape(self, input_shape):
        time = input_shape[1]
        return (
            input_shape[0],
            None if time is None else time // self.size,
            input_shape[2],
        )

    def get_config(self):
        config = {"size": self.size}
        return {**super().get_config(), **config}
