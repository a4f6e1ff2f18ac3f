# Written by layergen 0.1.0 from memory_cell.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="memory_cell")
class MemoryCell(keras.layers.Layer):
    """MemoryCell layer.

    Args:
        units: Positive integer.
        slots: Positive integer. Defaults to `4`.
        width: Positive integer. Defaults to `6`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Tensor, one step of the sequence.
        states: List of tensors: `h`, `memory`.

    Input shape:
        x: `(batch, features)`.
        h: `(batch, units)`.
        memory: `(batch, slots, width)`.

    Output shape:
        y: `(batch, units)`.
        h: `(batch, units)`.
        memory: `(batch, slots, width)`.

    Example:

    >>> layer = MemoryCell(units=4)
    >>> x = keras.random.normal((2, 8))
    >>> h = keras.random.normal((2, 4))
    >>> memory = keras.random.normal((2, 4, 6))
    >>> y, [h, memory] = layer(x, [h, memory])
    """

    def __init__(self, units, slots=4, width=6, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(
                f"`units` must be a positive integer. Received: units={units}"
            )
        if not isinstance(slots, int) or slots < 1:
            raise ValueError(
                f"`slots` must be a positive integer. Received: slots={slots}"
            )
        if not isinstance(width, int) or width < 1:
            raise ValueError(
                f"`width` must be a positive integer. Received: width={width}"
            )
        self.units = units
        self.slots = slots
        self.width = width
        self.input_spec = keras.layers.InputSpec(ndim=2)
        self.state_size = [units, (slots, width)]
        self.output_size = units

    def build(self, input_shape):
        features = input_shape[-1]
        if features is None:
            raise ValueError(
                "The axis `features` of the input must be defined. Received: "
                f"input_shape={input_shape}"
            )
        self.kernel = self.add_weight(
            name="kernel",
            shape=(features + self.width, self.units),
            initializer="glorot_uniform",
        )
        self.recurrent = self.add_weight(
            name="recurrent",
            shape=(self.units, self.units),
            initializer="glorot_uniform",
        )
        self.key = self.add_weight(
            name="key",
            shape=(self.units, self.width),
            initializer="glorot_uniform",
        )
        self.erase = self.add_weight(
            name="erase",
            shape=(self.units, self.width),
            initializer="glorot_uniform",
        )
        self.add = self.add_weight(
            name="add",
            shape=(self.units, self.width),
            initializer="glorot_uniform",
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        super().build(input_shape)

    def call(self, inputs, states):
        h, memory = states
        k = ops.matmul(h, self.key)
        w = ops.softmax(ops.einsum("bsw,bw->bs", memory, k))
        read = ops.einsum("bs,bsw->bw", w, memory)
        h = ops.tanh(
            ops.matmul(ops.concatenate([inputs, read], axis=-1), self.kernel)
            + ops.matmul(h, self.recurrent)
        )
        e_ = ops.sigmoid(ops.matmul(h, self.erase))
        a_ = ops.tanh(ops.matmul(h, self.add))
        memory = (
            memory * (1 - w[:, :, None] * e_[:, None, :])
            + w[:, :, None] * a_[:, None, :]
        )
        y = h
        return y, [h, memory]

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units), [
            (input_shape[0], self.units),
            (input_shape[0], self.slots, self.width),
        ]

    def get_initial_state(self, batch_size=None):
        return [
            ops.zeros((batch_size, self.units), dtype=self.compute_dtype),
            ops.zeros(
                (batch_size, self.slots, self.width), dtype=self.compute_dtype
            ),
        ]

    def get_config(self):
        config = {"units": self.units, "slots": self.slots, "width": self.width}
        return {**super().get_config(), **config}
