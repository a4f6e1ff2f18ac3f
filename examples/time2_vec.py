# Written by layergen 0.1.0 from time2_vec.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="time2_vec")
class Time2Vec(keras.layers.Layer):
    """A linear and several periodic functions of each scalar, all learned.

    Args:
        units: Integer. Number of functions.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, ..., features)`.

    Output shape:
        Tensor of shape `(batch, ..., features, units)`.

    Example:

    >>> layer = Time2Vec(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)

    References:

    - [Kazemi et al., 2019](https://arxiv.org/abs/1907.05321)
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 2:
            raise ValueError(
                "`units` must be an integer of at least 2. Received: "
                f"units={units}"
            )
        self.units = units
        self.input_spec = keras.layers.InputSpec(min_ndim=2)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.frequency = self.add_weight(
            name="frequency",
            shape=(features, self.units),
            initializer="uniform",
        )
        self.phase = self.add_weight(
            name="phase", shape=(features, self.units), initializer="uniform"
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: features}
        )
        super().build(input_shape)

    def call(self, inputs):
        waves = ops.expand_dims(inputs, -1) * self.frequency + self.phase
        return ops.concatenate(
            [waves[..., :1], ops.sin(waves[..., 1:])], axis=-1
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.units)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
