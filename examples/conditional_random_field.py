# Written by layergen 0.1.0 from conditional_random_field.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="conditional_random_field")
class ConditionalRandomField(keras.layers.Layer):
    """Log-likelihood of a sequence of tags, over all sequences there could be;
    masked steps do not count.

    Call arguments:
        x: Tensor.
        labels: Tensor of integers.
        x_mask: Optional boolean mask of `(batch, steps)`; steps where it is
            False are left out.

    Input shape:
        x: `(batch, time, tags)`.
        labels: `(batch, time)`.

    Output shape:
        Tensor of shape `(batch,)`.

    Example:

    >>> layer = ConditionalRandomField()
    >>> x = keras.random.normal((2, 5, 8))
    >>> labels = keras.random.randint((2, 5), 0, 8)
    >>> y = layer(x, labels)

    References:

    - [Huang et al., 2015](https://arxiv.org/abs/1508.01991)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, x_shape, labels_shape):
        tags = x_shape[-1]
        if (
            None not in (labels_shape[-1], x_shape[1])
            and labels_shape[-1] != x_shape[1]
        ):
            raise ValueError(
                "Axis 1 of `labels` must be `time`. Received: "
                f"labels_shape={labels_shape}, x_shape={x_shape}"
            )
        self.transitions = self.add_weight(
            name="transitions", shape=(tags, tags), initializer="glorot_uniform"
        )
        self.start = self.add_weight(
            name="start", shape=(tags,), initializer="zeros"
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: tags})
        self.built = True

    def call(self, x, labels, x_mask=None):
        tags = ops.shape(x)[-1]
        chosen = ops.one_hot(labels, tags, dtype=self.compute_dtype)
        unary = ops.sum(x * chosen, axis=-1)
        pairs = ops.sum(
            ops.matmul(chosen[:, :-1], self.transitions) * chosen[:, 1:],
            axis=-1,
        )
        present = ops.ones_like(x[:, :, 0])
        if x_mask is not None:
            present = ops.cast(x_mask, self.compute_dtype)
        score = (
            ops.matmul(chosen[:, 0], self.start)
            + ops.sum(unary * present, axis=1)
            + ops.sum(pairs * present[:, 1:], axis=1)
        )

        def step(alpha, now):
            scores, here = now
            moved = (
                ops.logsumexp(alpha[:, :, None] + self.transitions, axis=1)
                + scores
            )
            return ops.where(here[:, None] > 0, moved, alpha), alpha

        rest = ops.swapaxes(x[:, 1:], 0, 1), ops.swapaxes(present[:, 1:], 0, 1)
        alpha, _ = ops.scan(step, self.start + x[:, 0], rest)
        return score - ops.logsumexp(alpha, axis=-1)

    def compute_output_shape(self, x_shape, labels_shape):
        return (x_shape[0],)

    def compute_mask(self, x, mask=None):
        return None
