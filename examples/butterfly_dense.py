# Written by layergen 0.1.0 from butterfly_dense.yaml
import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="butterfly_dense")
class ButterflyDense(keras.layers.Layer):
    """A product of sparse factors, each of which mixes pairs of features, in n
    log n.

    Args:
        use_bias: Boolean. Defaults to `True`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features)`.

    Example:

    >>> layer = ButterflyDense()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Dao et al., 2019](https://arxiv.org/abs/1903.05895)
    """

    def __init__(self, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.use_bias = use_bias
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.levels = int(math.log2(features))
        if 2**self.levels != features:
            raise ValueError(
                "`2 ** levels == features` must hold. Received: "
                f"levels={self.levels}, features={features}"
            )
        self.factors = self.add_weight(
            name="factors",
            shape=(self.levels, features // 2, 2, 2),
            initializer=keras.initializers.RandomNormal(stddev=0.7),
        )
        if self.use_bias:
            self.bias = self.add_weight(
                name="bias", shape=(features,), initializer="zeros"
            )
        else:
            self.bias = None
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        features = ops.shape(inputs)[-1]
        y = ops.reshape(inputs, (-1, features))
        for level in range(self.levels):
            stride = 2**level
            y = ops.reshape(y, (-1, features // (2 * stride), 2, stride))
            factor = ops.reshape(
                self.factors[level], (features // (2 * stride), stride, 2, 2)
            )
            y = ops.einsum("bgis,gsij->bgjs", y, factor)
            y = ops.reshape(y, (-1, features))
        y = ops.reshape(y, ops.shape(inputs))
        if self.use_bias:
            y = y + self.bias
        return y

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"use_bias": self.use_bias}
        return {**super().get_config(), **config}
