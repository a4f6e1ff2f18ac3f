import keras
from keras import layers
from keras import ops


@keras.saving.register_keras_serializable(package="pooling")
class AttentionPooling(layers.Layer):
    """Additive attention over time, down to one vector for each sequence."""

    def __init__(self, hidden_dim, dropout=0.0, **kwargs):
        super().__init__(**kwargs)
        self.hidden_dim = hidden_dim
        self.dropout = dropout
        self.project = layers.Dense(hidden_dim, activation="tanh", dtype=self.dtype_policy)
        self.score = layers.Dense(1, use_bias=False, dtype=self.dtype_policy)
        self.drop = layers.Dropout(dropout, dtype=self.dtype_policy)
        self.input_spec = layers.InputSpec(ndim=3)

    def build(self, input_shape):
        self.project.build(input_shape)
        self.score.build((*input_shape[:-1], self.hidden_dim))
        super().build(input_shape)

    def call(self, inputs, mask=None, training=None):
        scores = ops.squeeze(self.score(self.project(inputs)), axis=-1)
        if mask is not None:
            scores = ops.where(mask, scores, ops.full_like(scores, -1e4))
        weights = ops.softmax(scores, axis=-1)
        weights = self.drop(weights, training=training)
        return ops.einsum("bt,btd->bd", weights, inputs)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])

    def get_config(self):
        config = super().get_config()
        config.update({"hidden_dim": self.hidden_dim, "dropout": self.dropout})
        return config
