"""No seed becomes 0 for both generators."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Cutout(keras.layers.Layer):
    """Hides rows and columns of images, independently."""

    def __init__(self, share=0.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.share = share
        self.seed = seed
        self.rows = keras.random.SeedGenerator(seed or 0)
        self.columns = keras.random.SeedGenerator(seed or 0)
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def call(self, images, training=False):
        if not training:
            return images
        batch, height, width = ops.shape(images)[:3]
        rows = keras.random.uniform((batch, height, 1, 1), dtype="float32", seed=self.rows)
        columns = keras.random.uniform((batch, 1, width, 1), dtype="float32", seed=self.columns)
        kept = ops.logical_and(rows > self.share, columns > self.share)
        return images * ops.cast(kept, images.dtype)

    def get_config(self):
        return {**super().get_config(), "share": self.share, "seed": self.seed}
