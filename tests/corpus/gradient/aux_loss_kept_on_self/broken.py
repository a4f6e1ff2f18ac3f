import keras
from keras import layers
from keras import ops


@keras.saving.register_keras_serializable(package="sparse")
class SparseEncoder(layers.Layer):
    """Dense encoder with a KL sparsity penalty on its mean activation."""

    def __init__(self, units=12, target=0.05, weight=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.target = target
        self.weight = weight
        self.dense = layers.Dense(
            units, activation="sigmoid", dtype=self.dtype_policy
        )

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.built = True

    def call(self, inputs):
        h = self.dense(inputs)
        rho = ops.mean(ops.reshape(h, (-1, self.units)), axis=0)
        rho = ops.clip(rho, 1e-3, 1 - 1e-3)
        kl = self.target * ops.log(self.target / rho) + (
            1 - self.target
        ) * ops.log((1 - self.target) / (1 - rho))
        self.sparsity_loss = self.weight * ops.sum(kl)
        return h

    def compute_output_shape(self, input_shape):
        return self.dense.compute_output_shape(input_shape)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "target": self.target,
            "weight": self.weight,
        }
