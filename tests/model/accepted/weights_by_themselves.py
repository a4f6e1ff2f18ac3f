# Written by layergen 0.1.0 from weights_by_themselves.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="weights_by_themselves")
class WeightsByThemselves(keras.layers.Layer):
    """WeightsByThemselves layer.

    Call arguments:
        x: Tensor.
        hidden: Tensor of booleans.

    Input shape:
        x: `(batch, time, features)`.
        hidden: `(batch, time)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = WeightsByThemselves()
    >>> x = keras.random.normal((2, 5, 8))
    >>> hidden = keras.ops.ones((2, 5), dtype="bool")
    >>> y = layer(x, hidden)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, x_shape, hidden_shape):
        features = x_shape[-1]
        if (
            None not in (hidden_shape[-1], x_shape[1])
            and hidden_shape[-1] != x_shape[1]
        ):
            raise ValueError(
                "Axis 1 of `hidden` must be `time`. Received: "
                f"hidden_shape={hidden_shape}, x_shape={x_shape}"
            )
        self.token = self.add_weight(
            name="token", shape=(features,), initializer="glorot_uniform"
        )
        self.table = self.add_weight(
            name="table", shape=(4, features), initializer="glorot_uniform"
        )
        self.rows = [
            self.add_weight(
                name=f"rows_{index}",
                shape=(features,),
                initializer="glorot_uniform",
            )
            for index in range(2)
        ]
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        self.built = True

    def call(self, x, hidden):
        # Keras 3.15.1 hands a Variable on to functions of JAX that take none: where, top_k, stack, zeros_like, moments.
        y = ops.where(hidden[..., None], self.token.value, x)
        largest, places = ops.top_k(self.table.value, 1)
        average, variance = ops.moments(x=self.rows[0].value, axes=0)
        y = (
            y
            + ops.sum(
                ops.stack([self.rows[0].value, self.rows[1].value]), axis=0
            )
            + ops.sum(largest + ops.cast(places, self.compute_dtype))
            + ops.zeros_like(self.token.value)
        )
        # These take it as it is.
        return (
            (y - average) * ops.rsqrt(variance + 1)
            + ops.maximum(self.token, 0)
            + ops.take(self.table, 0, axis=0)
        )

    def compute_output_shape(self, x_shape, hidden_shape):
        return x_shape
