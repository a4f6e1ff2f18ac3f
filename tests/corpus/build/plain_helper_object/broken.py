import keras
from keras import ops


class Tower:
    def __init__(self, units, dtype):
        self.first = keras.layers.Dense(units, activation="relu", dtype=dtype)
        self.second = keras.layers.Dense(units, dtype=dtype)

    def build(self, shape):
        self.first.build(shape)
        self.second.build((*shape[:-1], self.first.units))

    def __call__(self, x):
        return self.second(self.first(x))


@keras.saving.register_keras_serializable(package="towers")
class TwoTower(keras.layers.Layer):
    """Scores a user against an item: `call(user, item)` gives `(batch, 1)`."""

    def __init__(self, units=16, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.user_tower = Tower(units, self.dtype_policy)
        self.item_tower = Tower(units, self.dtype_policy)

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
