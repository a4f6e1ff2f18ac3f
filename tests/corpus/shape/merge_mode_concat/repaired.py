import keras
from keras import ops


@keras.saving.register_keras_serializable(package="fuse")
class Fuse(keras.layers.Layer):
    """Joins `a` and `b` by merge_mode: "sum", "mul" or "concat"."""

    def __init__(self, merge_mode="sum", **kwargs):
        super().__init__(**kwargs)
        if merge_mode not in {"sum", "mul", "concat"}:
            raise ValueError(f"Unknown merge_mode: {merge_mode!r}")
        self.merge_mode = merge_mode

    def call(self, a, b):
        if self.merge_mode == "sum":
            return a + b
        if self.merge_mode == "mul":
            return a * b
        return ops.concatenate([a, b], axis=-1)

    def compute_output_shape(self, a_shape, b_shape):
        if self.merge_mode == "concat":
            return (*a_shape[:-1], a_shape[-1] + b_shape[-1])
        return a_shape

    def get_config(self):
        return {**super().get_config(), "merge_mode": self.merge_mode}
