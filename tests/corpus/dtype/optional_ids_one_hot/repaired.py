import keras
from keras import ops


@keras.saving.register_keras_serializable(package="tab")
class TabularFusion(keras.layers.Layer):
    """Dense map of features plus an embedding of an optional group id."""

    def __init__(self, units=8, groups=10, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.groups = groups

    def build(self, features_shape, group_ids_shape=None):
        self.kernel = self.add_weight(
            name="kernel", shape=(features_shape[-1], self.units)
        )
        self.table = None
        if group_ids_shape is not None:
            self.table = self.add_weight(
                name="table", shape=(self.groups, self.units),
                initializer="uniform",
            )
        self.built = True

    def call(self, features, group_ids=None, training=False):
        y = ops.matmul(features, self.kernel)
        if group_ids is not None:
            ids = ops.cast(group_ids, "int32")
            hot = ops.one_hot(ids, self.groups, dtype=y.dtype)
            y = y + ops.matmul(hot, self.table)
        return y

    def compute_output_shape(self, features_shape, group_ids_shape=None):
        return (*features_shape[:-1], self.units)

    def get_config(self):
        return {
            **super().get_config(), "units": self.units, "groups": self.groups
        }
