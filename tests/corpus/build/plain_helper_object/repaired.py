import keras
from keras import ops


class Tower(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.first = keras.layers.Dense(units, activation="relu", dtype=self.dtype_policy)
        self.second = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.supports_masking = True

    def build(self, input_shape):
        self.first.build(input_shape)
        self.second.build((*input_shape[:-1], self.units))
        self.built = True

    def call(self, x):
        return self.second(self.first(x))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="towers")
class TwoTower(keras.layers.Layer):
    """Scores a user against an item: `call(user, item)` gives `(batch, 1)`."""

    def __init__(self, units=16, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.user_tower = Tower(units, dtype=self.dtype_policy)
        self.item_tower = Tower(units, dtype=self.dtype_policy)

    def build(self, user_shape, item_shape):
        self.user_tower.build(user_shape)
        self.item_tower.build(item_shape)
        self.built = True

    def call(self, user, item):
        return ops.sum(self.user_tower(user) * self.item_tower(item), axis=-1, keepdims=True)

    def compute_output_shape(self, user_shape, item_shape):
        return (*user_shape[:-1], 1)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
