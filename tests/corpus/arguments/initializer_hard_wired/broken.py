import keras
from keras import ops


@keras.saving.register_keras_serializable(package="emb")
class LearnedPositions(keras.layers.Layer):
    def __init__(self, max_length=64, embeddings_initializer="random_normal", **kwargs):
        super().__init__(**kwargs)
        self.max_length = max_length
        self.embeddings_initializer = keras.initializers.get(embeddings_initializer)

    def build(self, input_shape):
        self.table = self.add_weight(
            name="table",
            shape=(self.max_length, input_shape[-1]),
            initializer="random_normal",
        )
        super().build(input_shape)

    def call(self, inputs):
        length = ops.shape(inputs)[1]
        return inputs + self.table[:length]

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["max_length"] = self.max_length
        config["embeddings_initializer"] = keras.initializers.serialize(self.embeddings_initializer)
        return config
