import keras
from keras import ops


@keras.saving.register_keras_serializable(package="port")
class CRFTransitions(keras.layers.Layer):
    """Adds learned transition scores between neighbouring tags."""

    def __init__(self, tags=5, W_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.tags = tags
        self.W_regularizer = keras.regularizers.get(W_regularizer)

    def build(self, input_shape):
        self.emission = self.add_weight(
            name="emission", shape=(input_shape[-1], self.tags), regularizer=self.W_regularizer
        )
        self.transition = self.add_weight(
            name="transition", shape=(self.tags, self.tags), initializer="orthogonal"
        )
        if self.initial_weights is not None:
            self.set_weights(self.initial_weights)
            del self.initial_weights
        self.built = True

    def call(self, x):
        scores = ops.matmul(x, self.emission)
        previous = ops.pad(scores[:, :-1], [[0, 0], [1, 0], [0, 0]])
        return scores + ops.matmul(ops.softmax(previous, axis=-1), self.transition)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[1], self.tags)

    def get_config(self):
        config = super().get_config()
        config["tags"] = self.tags
        config["W_regularizer"] = keras.regularizers.serialize(self.W_regularizer)
        return config
