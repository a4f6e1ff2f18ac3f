# Written by layergen 0.1.0 from time_mixing.yaml
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="time_mixing")
class TimeMixing(keras.layers.Layer):
    """Exponentially fading averages of values, weighed by keys and gated
    (RWKV).

    Args:
        units: Positive integer.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, time, features)`.

    Output shape:
        Tensor of shape `(batch, time, units)`.

    Example:

    >>> layer = TimeMixing(units=4)
    >>> x = keras.random.normal((2, 5, 8))
    >>> y = layer(x)

    References:

    - [Peng et al., 2023](https://arxiv.org/abs/2305.13048)
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape):
        features = input_shape[-1]
        self.receptance = self.add_weight(
            name="receptance",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.key = self.add_weight(
            name="key",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.value = self.add_weight(
            name="value",
            shape=(features, self.units),
            initializer="glorot_uniform",
        )
        self.log_decay = self.add_weight(
            name="log_decay",
            shape=(self.units,),
            initializer=keras.initializers.Constant(
                np.linspace(-5, 1, self.units)
            ),
        )
        self.bonus = self.add_weight(
            name="bonus", shape=(self.units,), initializer="zeros"
        )
        self.projection = self.add_weight(
            name="projection",
            shape=(self.units, self.units),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs):
        k, v = ops.matmul(inputs, self.key), ops.matmul(inputs, self.value)
        decay = ops.exp(self.log_decay)

        def step(carry, now):
            total, weight, largest = carry
            k_now, v_now = now
            top = ops.maximum(largest, self.bonus + k_now)
            old, new = ops.exp(largest - top), ops.exp(self.bonus + k_now - top)
            average = (old * total + new * v_now) / (old * weight + new)
            top = ops.maximum(largest - decay, k_now)
            old, new = ops.exp(largest - decay - top), ops.exp(k_now - top)
            # On TensorFlow what is stacked has the structure of the state.
            return (old * total + new * v_now, old * weight + new, top), (
                average,
                weight,
                top,
            )

        start = ops.zeros_like(k[:, 0])
        _, (averages, _, _) = ops.scan(
            step,
            (start, start, start - 1e4),
            (ops.swapaxes(k, 0, 1), ops.swapaxes(v, 0, 1)),
        )
        return ops.matmul(
            ops.sigmoid(ops.matmul(inputs, self.receptance))
            * ops.swapaxes(averages, 0, 1),
            self.projection,
        )

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], self.units)

    def get_config(self):
        config = {"units": self.units}
        return {**super().get_config(), **config}
