import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="vit")
class PatchEmbedding(layers.Layer):
    """Cuts an image in square patches and projects each to a vector."""

    def __init__(self, patch_size, projection_dim, **kwargs):
        super().__init__(**kwargs)
        self.patch_size = patch_size
        self.projection_dim = projection_dim
        self.projection = layers.Conv2D(
            filters=projection_dim,
            kernel_size=patch_size,
            strides=patch_size,
            padding="valid",
            dtype=self.dtype_policy,
        )

    def build(self, input_shape):
        self.projection.build(input_shape)
        _, height, width, _ = input_shape
        self.num_patches = (height // self.patch_size) * (width // self.patch_size)
        self.position = self.add_weight(
            name="position",
            shape=(1, self.num_patches, self.projection_dim),
            initializer="random_normal",
        )

    def call(self, images):
        patches = self.projection(images)
        patches = ops.reshape(patches, (-1, self.num_patches, self.projection_dim))
        return patches + self.position

    def compute_output_shape(self, input_shape):
        batch, height, width, _ = input_shape
        count = (height // self.patch_size) * (width // self.patch_size)
        return (batch, count, self.projection_dim)

    def get_config(self):
        config = super().get_config()
        config.update({"patch_size": self.patch_size, "projection_dim": self.projection_dim})
        return config
