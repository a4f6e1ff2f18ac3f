import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="seg")
class AttentionGate(layers.Layer):
    """Gates a feature map by an optional guiding map of the same size.

    Input shape: `(batch, height, width, channels)` each.
    """

    def __init__(self, filters=4, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.theta = layers.Conv2D(filters, 1, dtype=self.dtype_policy)
        self.phi = layers.Conv2D(filters, 1, dtype=self.dtype_policy)
        self.psi = layers.Conv2D(
            1, 1, activation="sigmoid", dtype=self.dtype_policy
        )

    def build(self, x_shape, guide_shape=None):
        self.theta.build(x_shape)
        if guide_shape is not None:
            self.phi.build(guide_shape)
        self.psi.build((*x_shape[:-1], self.filters))
        self.built = True

    def call(self, x, guide=None):
        h = self.theta(x)
        if guide is not None:
            h = h + ops.stop_gradient(self.phi(guide))
        return x * self.psi(ops.relu(h))

    def compute_output_shape(self, x_shape, guide_shape=None):
        return x_shape

    def get_config(self):
        return {**super().get_config(), "filters": self.filters}
