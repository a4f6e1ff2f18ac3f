# Written by layergen 0.1.0 from moving_average_quantizer.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="moving_average_quantizer")
class MovingAverageQuantizer(keras.layers.Layer):
    """A vector quantizer whose codes follow the moving averages of what they
    stand for.

    Args:
        codes: Positive integer.
        momentum: Float between 0 and 1. Defaults to `0.99`.
        commitment: Float. Defaults to `0.25`.
        epsilon: Float. Defaults to `0.0001`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        y: `(batch, ..., features)`.
        indices: `(batch, ...)` of int32.

    Example:

    >>> layer = MovingAverageQuantizer(codes=4)
    >>> x = keras.random.normal((2, 8))
    >>> y, indices = layer(x)

    References:

    - [Razavi et al., 2019](https://arxiv.org/abs/1906.00446)
    """

    def __init__(
        self, codes, momentum=0.99, commitment=0.25, epsilon=0.0001, **kwargs
    ):
        super().__init__(**kwargs)
        if not isinstance(codes, int) or codes < 1:
            raise ValueError(
                f"`codes` must be a positive integer. Received: codes={codes}"
            )
        if not isinstance(momentum, (int, float)) or not 0 <= momentum <= 1:
            raise ValueError(
                "`momentum` must be a number between 0 and 1. Received: "
                f"momentum={momentum}"
            )
        if not isinstance(commitment, (int, float)) or commitment < 0:
            raise ValueError(
                "`commitment` must be a non-negative number. Received: "
                f"commitment={commitment}"
            )
        if not isinstance(epsilon, (int, float)) or epsilon < 0:
            raise ValueError(
                "`epsilon` must be a non-negative number. Received: "
                f"epsilon={epsilon}"
            )
        self.codes = codes
        self.momentum = momentum
        self.commitment = commitment
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.codebook = self.add_weight(
            name="codebook",
            shape=(self.codes, features),
            initializer="random_uniform",
            trainable=False,
        )
        self.counts = self.add_weight(
            name="counts",
            shape=(self.codes,),
            initializer="zeros",
            trainable=False,
        )
        self.totals = self.add_weight(
            name="totals",
            shape=(self.codes, features),
            initializer="zeros",
            trainable=False,
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs, training=False):
        features = ops.shape(inputs)[-1]
        indices = ops.argmin(
            ops.sum(ops.square(self.codebook), axis=-1)
            - ops.matmul(2 * inputs, ops.transpose(self.codebook)),
            axis=-1,
        )
        nearest = ops.take(self.codebook, indices, axis=0)
        self.add_loss(
            self.commitment
            * ops.mean(ops.square(ops.stop_gradient(nearest) - inputs))
        )
        y = inputs + ops.stop_gradient(nearest - inputs)
        if training and self.trainable:
            chosen = ops.one_hot(
                ops.reshape(indices, (-1,)),
                self.codes,
                dtype=self.compute_dtype,
            )
            self.counts.assign(
                self.momentum * self.counts
                + (1 - self.momentum) * ops.sum(chosen, axis=0)
            )
            self.totals.assign(
                self.momentum * self.totals
                + ops.matmul(
                    (1 - self.momentum) * ops.transpose(chosen),
                    ops.reshape(inputs, (-1, features)),
                )
            )
            total = ops.sum(self.counts)
            smoothed = (
                (self.counts + self.epsilon)
                / (total + self.codes * self.epsilon)
                * total
            )
            self.codebook.assign(self.totals / smoothed[:, None])
        return y, indices

    def compute_output_shape(self, input_shape):
        return input_shape, input_shape[:-1]

    def compute_output_spec(self, inputs, training=False):
        y_shape, indices_shape = self.compute_output_shape(inputs.shape)
        return (
            keras.KerasTensor(y_shape, dtype=self.compute_dtype),
            keras.KerasTensor(indices_shape, dtype="int32"),
        )

    def compute_mask(self, inputs, mask=None):
        return (mask, mask)

    def get_config(self):
        config = {
            "codes": self.codes,
            "momentum": self.momentum,
            "commitment": self.commitment,
            "epsilon": self.epsilon,
        }
        return {**super().get_config(), **config}
