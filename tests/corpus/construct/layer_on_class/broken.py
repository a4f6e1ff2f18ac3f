import keras
from keras import layers


@keras.saving.register_keras_serializable(package="tok")
class TokenEncoder(layers.Layer):
    """Embeds token ids and pools them."""

    pool = layers.Dense(8, activation="tanh")

    def __init__(self, vocabulary_size=100, dim=8, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary_size = vocabulary_size
        self.dim = dim
        self.embed = layers.Embedding(vocabulary_size, dim)

    def build(self, input_shape):
        self.embed.build(input_shape)
        if not self.pool.built:
            self.pool.build((input_shape[0], self.dim))
        self.built = True

    def call(self, token_ids):
        e = self.embed(token_ids)
        return self.pool(keras.ops.mean(e, axis=1))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 8)

    def get_config(self):
        config = super().get_config()
        config["vocabulary_size"] = self.vocabulary_size
        config["dim"] = self.dim
        return config
