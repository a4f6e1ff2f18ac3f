import keras
from keras import ops


@keras.saving.register_keras_serializable(package="metric_learning")
class PairwiseDistance(keras.layers.Layer):
    """Distances between all points of two sets."""

    def __init__(self, squared=False, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.squared = squared
        self.epsilon = epsilon

    def call(self, points, others):
        gaps = ops.expand_dims(points, axis=2) - ops.expand_dims(others, axis=1)
        wide = ops.cast(gaps, "float32")
        total = ops.sum(ops.square(wide), axis=-1)
        if not self.squared:
            total = ops.sqrt(total + self.epsilon)
        return ops.cast(ops.minimum(total, 6e4), gaps.dtype)

    def compute_output_shape(self, points_shape, others_shape):
        return (points_shape[0], points_shape[1], others_shape[1])

    def get_config(self):
        config = super().get_config()
        config.update({"squared": self.squared, "epsilon": self.epsilon})
        return config
