# Written by layergen 0.1.0 from left_out_of_list.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="left_out_of_list")
class LeftOutOfList(keras.layers.Layer):
    """LeftOutOfList layer.

    Args:
        units: Integer. Defaults to `8`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: List of tensors: `x`, `labels`, `context`; `labels` and
            `context` may be left out.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        x: `(batch, time, features)`.
        labels: `(batch, time)`.
        context: `(batch, d)`.

    Output shape:
        Tensor of shape `(batch, time, units)`.

    Example:

    >>> layer = LeftOutOfList()
    >>> x = keras.random.normal((2, 6, 5))
    >>> labels = keras.random.randint((2, 6), 0, 5)
    >>> context = keras.random.normal((2, 8))
    >>> y = layer([x, labels, context])
    """

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        if type(units) is not int:
            raise ValueError(
                f"`units` must be an integer. Received: units={units}"
            )
        self.units = units
        self.supports_masking = True

    def build(self, input_shape):
        x_shape, labels_shape, context_shape = (*input_shape, None, None)[:3]
        features = x_shape[-1]
        if (
            labels_shape is not None
            and None not in (labels_shape[-1], x_shape[1])
            and labels_shape[-1] != x_shape[1]
        ):
            raise ValueError(
                "Axis 1 of `labels` must be `time`. Received: "
                f"labels_shape={labels_shape}, x_shape={x_shape}"
            )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        if context_shape is not None:
            self.other = self.add_weight(
                name="other",
                shape=(context_shape[1], self.units),
                initializer="glorot_uniform",
            )
        else:
            self.other = None
        super().build(input_shape)

    def call(self, inputs, mask=None):
        x, labels, context = (*inputs, None, None)[:3]
        x_mask, _, _ = (
            (None, None, None) if mask is None else (*mask, None, None)[:3]
        )
        y = ops.matmul(x, self.kernel)
        if labels is not None:
            y = y + ops.one_hot(labels, self.units, dtype=self.compute_dtype)
        if context is not None:
            y = y + ops.matmul(context, self.other)[:, None]
        if x_mask is not None:
            y = ops.where(x_mask[:, :, None], y, 0)
        return y

    def compute_output_shape(self, input_shape):
        x_shape, _, _ = (*input_shape, None, None)[:3]
        return (x_shape[0], x_shape[1], self.units)

    def compute_mask(self, inputs, mask=None):
        x_mask, _, _ = (
            (None, None, None) if mask is None else (*mask, None, None)[:3]
        )
        return x_mask

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
