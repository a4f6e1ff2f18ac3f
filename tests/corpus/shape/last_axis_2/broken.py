import keras
from keras import layers
from keras import ops


@keras.saving.register_keras_serializable(package="speech")
class BidirectionalGRU(layers.Layer):
    """Forward and backward GRU whose outputs are concatenated step by step."""

    def __init__(self, hidden_size, merge="concat", **kwargs):
        super().__init__(**kwargs)
        if merge not in ("concat", "sum"):
            raise ValueError(f"merge must be 'concat' or 'sum'. Received: {merge!r}")
        self.hidden_size = hidden_size
        self.merge = merge
        self.supports_masking = True
        self.onward = layers.GRU(
            hidden_size, return_sequences=True, dtype=self.dtype_policy, name="onward"
        )
        self.backward = layers.GRU(
            hidden_size,
            return_sequences=True,
            go_backwards=True,
            dtype=self.dtype_policy,
            name="backward",
        )

    def build(self, input_shape):
        self.onward.build(input_shape)
        self.backward.build(input_shape)
        super().build(input_shape)

    def call(self, sequences, mask=None, training=False):
        ahead = self.onward(sequences, mask=mask, training=training)
        behind = self.backward(sequences, mask=mask, training=training)
        behind = ops.flip(behind, axis=1)
        if self.merge == "sum":
            return ahead + behind
        return ops.concatenate([ahead, behind], axis=-1)

    def compute_output_shape(self, input_shape):
        width = self.hidden_size
        return (input_shape[0], input_shape[1], width)

    def get_config(self):
        config = super().get_config()
        config.update({"hidden_size": self.hidden_size, "merge": self.merge})
        return config
