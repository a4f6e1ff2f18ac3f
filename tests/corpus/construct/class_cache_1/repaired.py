import keras
from keras import ops


@keras.saving.register_keras_serializable(package="conditional")
class ClassEmbeddingBias(keras.layers.Layer):
    """Adds a learned vector for the class of each row.

    Call arguments:
        inputs: `[features, labels]`: floats `(batch, dim)`, integers `(batch,)`.
    """

    def __init__(self, num_classes, **kwargs):
        super().__init__(**kwargs)
        self.num_classes = num_classes

    def build(self, input_shape):
        features_shape = input_shape[0]
        self.table = self.add_weight(
            name="table",
            shape=(self.num_classes, features_shape[-1]),
            initializer="random_normal",
        )

    def call(self, inputs):
        features, labels = inputs
        rows = ops.take(self.table, ops.cast(labels, "int32"), axis=0)
        return features + rows

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[0])

    def get_config(self):
        config = super().get_config()
        config["num_classes"] = self.num_classes
        return config
