# Written by layergen 0.1.0 from vector_quantizer.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vector_quantizer")
class VectorQuantizer(keras.layers.Layer):
    """Replaces each vector by the nearest of a codebook; gradients go straight
    through (VQ-VAE).

    Args:
        codes: Positive integer.
        commitment: Float. Defaults to `0.25`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        y: `(batch, ..., features)`.
        indices: `(batch, ...)` of int32.

    Example:

    >>> layer = VectorQuantizer(codes=4)
    >>> x = keras.random.normal((2, 8))
    >>> y, indices = layer(x)

    References:

    - [van den Oord et al., 2017](https://arxiv.org/abs/1711.00937)
    """

    def __init__(self, codes, commitment=0.25, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(codes, int) or codes < 1:
            raise ValueError(
                f"`codes` must be a positive integer. Received: codes={codes}"
            )
        if not isinstance(commitment, (int, float)) or commitment < 0:
            raise ValueError(
                "`commitment` must be a non-negative number. Received: "
                f"commitment={commitment}"
            )
        self.codes = codes
        self.commitment = commitment
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.codebook = self.add_weight(
            name="codebook",
            shape=(self.codes, features),
            initializer="random_uniform",
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        distances = ops.sum(ops.square(self.codebook), axis=-1) - ops.matmul(
            2 * inputs, ops.transpose(self.codebook)
        )
        indices = ops.argmin(distances, axis=-1)
        nearest = ops.take(self.codebook, indices, axis=0)
        self.add_loss(ops.mean(ops.square(nearest - ops.stop_gradient(inputs))))
        self.add_loss(
            self.commitment
            * ops.mean(ops.square(ops.stop_gradient(nearest) - inputs))
        )
        y = inputs + ops.stop_gradient(nearest - inputs)
        return y, indices

    def compute_output_shape(self, input_shape):
        return input_shape, input_shape[:-1]

    def compute_output_spec(self, inputs):
        y_shape, indices_shape = self.compute_output_shape(inputs.shape)
        return (
            keras.KerasTensor(y_shape, dtype=self.compute_dtype),
            keras.KerasTensor(indices_shape, dtype="int32"),
        )

    def compute_mask(self, inputs, mask=None):
        return (mask, mask)

    def get_config(self):
        config = {"codes": self.codes, "commitment": self.commitment}
        return {**super().get_config(), **config}
