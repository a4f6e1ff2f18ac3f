import keras
from keras import ops


@keras.saving.register_keras_serializable(package="ortho")
class OrthogonalProjection(keras.layers.Layer):
    """Projects the last axis, with a penalty that keeps the rows orthogonal."""

    def __init__(self, rank=4, penalty=1e-2, **kwargs):
        super().__init__(**kwargs)
        self.rank = rank
        self.penalty = penalty

    def build(self, input_shape):
        self.basis = self.add_weight(
            name="basis", shape=(input_shape[-1], self.rank),
            initializer="glorot_uniform",
        )
        gram = ops.matmul(ops.transpose(self.basis), self.basis)
        self.add_loss(
            self.penalty * ops.sum(ops.square(gram - ops.eye(self.rank)))
        )
        self.built = True

    def call(self, x):
        return ops.matmul(x, self.basis)

    def compute_output_shape(self, input_shape):
        return input_shape[:-1] + (self.rank,) if isinstance(
            input_shape, tuple
        ) else tuple(input_shape[:-1]) + (self.rank,)

    def get_config(self):
        config = super().get_config()
        config["rank"] = self.rank
        config["penalty"] = self.penalty
        return config
