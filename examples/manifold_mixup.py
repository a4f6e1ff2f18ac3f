# Written by layergen 0.1.0 from manifold_mixup.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="manifold_mixup")
class ManifoldMixup(keras.layers.Layer):
    """In training, mixes each sample with another of the batch, and tells how
    much.

    Args:
        alpha: Float. Defaults to `2.0`.
        seed: Integer, or None. Seed of the random numbers; None gives other
            numbers in each run.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        Tensor of shape `(batch, ...)`.

    Output shape:
        y: `(batch, ...)`.
        share: `(batch,)`.

    Example:

    >>> layer = ManifoldMixup()
    >>> x = keras.random.normal((2, 8))
    >>> y, share = layer(x)

    References:

    - [Verma et al., 2019](https://arxiv.org/abs/1806.05236)
    """

    def __init__(self, alpha=2.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(alpha, (int, float)) or alpha < 0.001:
            raise ValueError(
                "`alpha` must be a number of at least 0.001. Received: "
                f"alpha={alpha}"
            )
        self.alpha = alpha
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        self.supports_masking = True

    def call(self, inputs, training=False):
        batch = ops.shape(inputs)[0]
        y = inputs
        share = ops.ones((batch,), dtype=self.compute_dtype)
        if training:
            share = keras.random.beta(
                (batch,),
                self.alpha,
                self.alpha,
                dtype=self.compute_dtype,
                seed=self.seed_generator,
            )
            kept = ops.reshape(share, [-1] + [1] * (len(inputs.shape) - 1))
            y = kept * inputs + (1 - kept) * ops.flip(inputs, axis=0)
        return y, share

    def compute_output_shape(self, input_shape):
        return input_shape, (input_shape[0],)

    def compute_mask(self, inputs, mask=None):
        return (mask, None)

    def get_config(self):
        config = {"alpha": self.alpha, "seed": self.seed}
        return {**super().get_config(), **config}
