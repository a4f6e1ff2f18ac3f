import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class FastWeights(keras.layers.Layer):
    """A cell whose second state is a matrix; `slots` rows of it are read by attention."""

    def __init__(self, units, slots=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.slots = slots
        self.state_size = [units, (slots, units)]
        self.output_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.write = self.add_weight(name="write", shape=(self.units, self.slots))
        super().build(input_shape)

    def call(self, inputs, states):
        state, memory = states
        scores = ops.softmax(ops.einsum("bu,bsu->bs", state, memory))
        read = ops.einsum("bs,bsu->bu", scores, memory)
        state = ops.tanh(ops.matmul(inputs, self.kernel) + read)
        gate = ops.sigmoid(ops.matmul(state, self.write))[:, :, None]
        memory = (1 - gate) * memory + gate * state[:, None, :]
        return state, [state, memory]

    def get_initial_state(self, batch_size=None):
        return [
            ops.zeros((batch_size, self.units), dtype=self.compute_dtype),
            ops.zeros((batch_size, self.slots, self.units), dtype=self.compute_dtype),
        ]

    def compute_output_shape(self, input_shape):
        rows = input_shape[0]
        return (rows, self.units), [(rows, self.units), (rows, self.slots, self.units)]

    def get_config(self):
        return {**super().get_config(), "units": self.units, "slots": self.slots}
