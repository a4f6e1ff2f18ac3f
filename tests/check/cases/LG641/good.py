"""All parts are read; and parts that learn only for some numbers: a table, a rectifier, a code book, a masked kernel."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class GatedUnit(keras.layers.Layer):
    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], 2 * self.units))

    def call(self, inputs):
        value, gate = ops.split(ops.matmul(inputs, self.kernel), 2, axis=-1)
        return value * ops.sigmoid(gate)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="cases")
class Positions(keras.layers.Layer):
    """A table of which a short sequence reads the first rows."""

    def __init__(self, longest=32, **kwargs):
        super().__init__(**kwargs)
        self.longest = longest
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.table = self.add_weight(name="table", shape=(self.longest, input_shape[-1]))
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: input_shape[-1]})

    def call(self, inputs):
        return inputs + ops.take(self.table, ops.arange(ops.shape(inputs)[1]), axis=0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "longest": self.longest}


@keras.saving.register_keras_serializable(package="cases")
class Rectified(keras.layers.Layer):
    """Columns that start far below zero: they open for other numbers."""

    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.back = self.add_weight(name="back", shape=(self.units, input_shape[-1]))

    def call(self, inputs):
        return ops.matmul(ops.relu(ops.matmul(inputs, self.kernel) - 1.0), self.back)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="cases")
class Nearest(keras.layers.Layer):
    """A code book of columns: most inputs choose few of them."""

    def __init__(self, codes=12, **kwargs):
        super().__init__(**kwargs)
        self.codes = codes

    def build(self, input_shape):
        self.book = self.add_weight(
            name="book", shape=(input_shape[-1], self.codes), initializer="random_normal"
        )

    def call(self, inputs):
        near = 2.0 * ops.matmul(inputs, self.book) - ops.sum(ops.square(self.book), axis=0)
        chosen = ops.take(ops.transpose(self.book), ops.argmax(near, axis=-1), axis=0)
        self.add_loss(ops.mean(ops.square(chosen - ops.stop_gradient(inputs))))
        return inputs + ops.stop_gradient(chosen - inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "codes": self.codes}
