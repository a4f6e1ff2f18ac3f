"""Hidden nodes take no part, whatever the mode."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Readout(keras.layers.Layer):
    def __init__(self, mode="mean", **kwargs):
        super().__init__(**kwargs)
        if mode not in ("mean", "max"):
            raise ValueError(f"mode must be mean or max, not {mode}")
        self.mode = mode

    def call(self, inputs):
        nodes = inputs["nodes"]
        kept = ops.cast(inputs["node_mask"], nodes.dtype)[..., None]
        if self.mode == "max":
            return ops.max(nodes * kept - 3e4 * (1.0 - kept), axis=1)
        return ops.sum(nodes * kept, axis=1) / ops.maximum(ops.sum(kept, axis=1), 1.0)

    def compute_output_shape(self, input_shape):
        nodes = input_shape["nodes"]
        return nodes[0], nodes[2]

    def get_config(self):
        return {**super().get_config(), "mode": self.mode}
