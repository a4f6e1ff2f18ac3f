# Written by layergen 0.1.0 from number_of_a_length.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="number_of_a_length")
class NumberOfALength(keras.layers.Layer):
    """int, float and bool of what is no number before the layer runs.

    Args:
        share: Float between 0 and 1. Defaults to `0.5`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, features)`.

    Example:

    >>> layer = NumberOfALength()
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)
    """

    def __init__(self, share=0.5, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(share, (int, float)) or not 0 <= share <= 1:
            raise ValueError(
                "`share` must be a number between 0 and 1. Received: "
                f"share={share}"
            )
        self.share = share
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def call(self, inputs):
        time = ops.shape(inputs)[1]
        kept = ops.cast(self.share * ops.cast(time, "float32"), "int32")
        early = ops.arange(time) < kept
        return (
            ops.where(early[:, None], inputs, 0.0)
            / ops.cast(time, self.compute_dtype)
            * ops.cast(ops.cast(kept, "bool"), self.compute_dtype)
        )

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"share": self.share}
        return {**super().get_config(), **config}
