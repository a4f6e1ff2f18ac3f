# Written by layergen 0.1.0 from cosine_softmax.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="cosine_softmax")
class CosineSoftmax(keras.layers.Layer):
    """Class probabilities from cosines, with a learned temperature.

    Args:
        classes: Integer.
        scale: Float. What the cosines are multiplied by at first. Defaults to
            `10.0`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., classes)`.

    Example:

    >>> layer = CosineSoftmax(classes=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Wang et al., 2017](https://arxiv.org/abs/1704.06369)
    """

    def __init__(self, classes, scale=10.0, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(classes, int) or classes < 2:
            raise ValueError(
                "`classes` must be an integer of at least 2. Received: "
                f"classes={classes}"
            )
        if not isinstance(scale, (int, float)) or scale < 1:
            raise ValueError(
                "`scale` must be a number of at least 1. Received: "
                f"scale={scale}"
            )
        self.classes = classes
        self.scale = scale
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.classes),
            initializer="glorot_uniform",
        )
        self.log_scale = self.add_weight(
            name="log_scale",
            shape=(),
            initializer=keras.initializers.Constant(np.log(self.scale)),
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        def unit(v, axis):
            squared = ops.sum(
                ops.square(ops.cast(v, "float32")), axis=axis, keepdims=True
            )
            return v * ops.cast(ops.rsqrt(squared + 1e-6), self.compute_dtype)

        return ops.softmax(
            ops.exp(self.log_scale)
            * ops.matmul(unit(inputs, -1), unit(self.kernel, 0))
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.classes)

    def get_config(self):
        config = {"classes": self.classes, "scale": self.scale}
        return {**super().get_config(), **config}
