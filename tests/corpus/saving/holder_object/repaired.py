import keras
from keras import layers


@keras.saving.register_keras_serializable(package="sv")
class _Branch(layers.Layer):
    """Two layers that belong together."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.inner = layers.Dense(units, activation="relu", dtype=self.dtype_policy)
        self.outer = layers.Dense(units, dtype=self.dtype_policy)

    def build(self, shape):
        self.inner.build(shape)
        self.outer.build((*shape[:-1], self.units))
        self.built = True

    def call(self, x):
        return self.outer(self.inner(x))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="sv")
class TwoTower(layers.Layer):
    def __init__(self, units=6, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.user = _Branch(units, dtype=self.dtype_policy)
        self.item = _Branch(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.user.build(input_shape["user"])
        self.item.build(input_shape["item"])
        self.built = True

    def call(self, inputs):
        u = self.user(inputs["user"])
        i = self.item(inputs["item"])
        return keras.ops.sum(u * i, axis=-1, keepdims=True)

    def compute_output_shape(self, input_shape):
        return (*input_shape["user"][:-1], 1)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
