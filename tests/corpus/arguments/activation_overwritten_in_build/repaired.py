import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="text")
class NGramConv(layers.Layer):
    """Kim (2014): convolutions of several widths over embedded ids."""

    def __init__(self, vocab=50, dim=8, widths=(2, 3), filters=4, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.vocab = vocab
        self.dim = dim
        self.widths = tuple(widths)
        self.filters = filters
        self.activation = keras.activations.get(activation)
        self.embedding = layers.Embedding(vocab, dim, dtype=self.dtype_policy)
        self.convs = [
            layers.Conv1D(filters, w, padding="same", dtype=self.dtype_policy) for w in self.widths
        ]

    def build(self, input_shape):
        self._act = self.activation
        self.embedding.build(input_shape)
        for conv in self.convs:
            conv.build((*input_shape, self.dim))
        self.built = True

    def call(self, token_ids):
        e = self.embedding(token_ids)
        maps = [ops.max(self._act(conv(e)), axis=1) for conv in self.convs]
        return ops.concatenate(maps, axis=-1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.filters * len(self.widths))

    def get_config(self):
        config = super().get_config()
        config.update(
            vocab=self.vocab,
            dim=self.dim,
            widths=list(self.widths),
            filters=self.filters,
            activation=keras.activations.serialize(self.activation),
        )
        return config
