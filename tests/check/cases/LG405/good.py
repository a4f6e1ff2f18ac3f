"""A length that the weights do need, and one that they do not."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Positions(keras.layers.Layer):
    def __init__(self, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        if input_shape[1] is None or input_shape[2] is None:
            raise ValueError(f"The length and the width must be known. Received: {input_shape!r}")
        self.table = self.add_weight(shape=tuple(input_shape[1:]), name="table")

    def call(self, inputs):
        return inputs + self.scale * self.table

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}


@keras.saving.register_keras_serializable(package="cases")
class SequencePool(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs):
        return ops.mean(ops.matmul(inputs, self.kernel), axis=1)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="cases")
class Frequencies(keras.layers.Layer):
    """A constant for each feature: the last axis is known, though no weight depends on it."""

    def build(self, input_shape):
        self.powers = [2.0**index for index in range(input_shape[-1])]
        self.half = input_shape[-1] // 2

    def call(self, inputs):
        scaled = inputs * ops.convert_to_tensor(self.powers, dtype=inputs.dtype)
        return ops.roll(scaled, self.half, axis=-1)


@keras.saving.register_keras_serializable(package="cases")
class Halves(keras.layers.Layer):
    """Folds the steps in two: a length that `call` needs, and no weight."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        self.half = input_shape[1] // 2

    def call(self, inputs):
        _, _, width, features = inputs.shape
        return ops.reshape(inputs, (-1, self.half, 2 * width, features))


@keras.saving.register_keras_serializable(package="cases")
class Patches(keras.layers.Layer):
    """As many positions as patches: a few pixels more make no further patch, and all the same the size counts."""

    def __init__(self, side=4, units=6, **kwargs):
        super().__init__(**kwargs)
        self.side = side
        self.units = units
        self.project = keras.layers.Conv2D(
            units, side, strides=side, data_format="channels_last", dtype=self.dtype_policy
        )

    def build(self, input_shape):
        self.project.build(input_shape)
        count = (input_shape[1] // self.side) * (input_shape[2] // self.side)
        self.positions = self.add_weight(name="positions", shape=(count, self.units))

    def call(self, images):
        patches = self.project(images)
        _, height, width, _ = patches.shape
        return ops.reshape(patches, (-1, height * width, self.units)) + self.positions

    def get_config(self):
        return {**super().get_config(), "side": self.side, "units": self.units}
