# Written by layergen 0.1.0 from sublayer_of_no_shape.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sublayer_of_no_shape")
class SublayerOfNoShape(keras.layers.Layer):
    """A sublayer without weights, on what has no shape in the axes of the
    inputs.

    Args:
        rate: Float between 0 and 1. Defaults to `0.2`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        query: Tensor.
        context: Tensor.

    Input shape:
        query: `(batch, time, features)`.
        context: `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time)`.

    Example:

    >>> layer = SublayerOfNoShape()
    >>> query = keras.random.normal((2, 5, 8))
    >>> context = keras.random.normal((2, 5, 8))
    >>> y = layer(query, context)
    """

    def __init__(self, rate=0.2, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(rate, (int, float)) or not 0 <= rate <= 1:
            raise ValueError(
                "`rate` must be a number between 0 and 1. Received: "
                f"rate={rate}"
            )
        self.rate = rate
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True
        self.drop = keras.layers.Dropout(
            rate, dtype=self.dtype_policy, name="drop"
        )

    def build(self, query_shape, context_shape):
        features = query_shape[-1]
        if (
            None not in (context_shape[1], query_shape[1])
            and context_shape[1] != query_shape[1]
        ):
            raise ValueError(
                "Axis 1 of `context` must be `time`. Received: "
                f"context_shape={context_shape}, query_shape={query_shape}"
            )
        if context_shape[-1] not in (None, features):
            raise ValueError(
                "Axis 2 of `context` must be `features`. Received: "
                f"context_shape={context_shape}, query_shape={query_shape}"
            )
        self.scale = self.add_weight(
            name="scale", shape=(features,), initializer="ones"
        )
        self.drop.build(
            (
                query_shape[0],
                query_shape[1],
                2 * features if self.rate > 0 else features,
            )
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        self.built = True

    def call(self, query, context):
        both = query * self.scale
        if self.rate > 0:
            both = ops.concatenate([both, context], axis=-1)
        return ops.sum(self.drop(both), axis=-1)

    def compute_output_shape(self, query_shape, context_shape):
        return (query_shape[0], query_shape[1])

    def get_config(self):
        config = {"rate": self.rate}
        return {**super().get_config(), **config}
