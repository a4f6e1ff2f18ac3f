import keras
from keras import ops


@keras.saving.register_keras_serializable(package="graph")
class EdgeDropout(keras.layers.Layer):
    """Drops edges of a dense adjacency matrix `(batch, nodes, nodes)`."""

    def __init__(self, rate=0.5, seed=1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed

    def call(self, adjacency, training=False):
        if not training:
            return adjacency
        return keras.random.dropout(adjacency, self.rate, seed=self.seed)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(rate=self.rate, seed=self.seed)
        return config
