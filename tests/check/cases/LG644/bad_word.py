"""The norm that a word asks for is made, and its result thrown away."""

import keras
from keras import layers, ops


def _pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)


@keras.saving.register_keras_serializable(package="cases")
class PatchEmbed(layers.Layer):
    def __init__(self, patch_size=4, embed_dim=12, flatten=True, norm_layer=None, **kwargs):
        super().__init__(**kwargs)
        self.patch_size = _pair(patch_size)
        self.embed_dim = embed_dim
        self.flatten = flatten
        self.norm_layer = norm_layer
        self.proj = layers.Conv2D(
            embed_dim,
            self.patch_size,
            strides=self.patch_size,
            dtype=self.dtype_policy,
            name="proj",
        )
        self.norm = (
            layers.LayerNormalization(epsilon=1e-5, dtype=self.dtype_policy, name="norm")
            if norm_layer == "layer"
            else None
        )

    def build(self, input_shape):
        self.proj.build(input_shape)
        out = self.proj.compute_output_shape(input_shape)
        if self.norm is not None:
            self.norm.build(out)
        self.built = True

    def call(self, x):
        x = self.proj(x)
        if self.norm is not None:
            self.norm(x)
        if self.flatten:
            shape = ops.shape(x)
            x = ops.reshape(x, (shape[0], shape[1] * shape[2], self.embed_dim))
        return x

    def compute_output_shape(self, input_shape):
        b, h, w, _ = input_shape
        ph, pw = self.patch_size
        h = None if h is None else h // ph
        w = None if w is None else w // pw
        if not self.flatten:
            return (b, h, w, self.embed_dim)
        return (b, None if h is None or w is None else h * w, self.embed_dim)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "patch_size": self.patch_size,
                "embed_dim": self.embed_dim,
                "flatten": self.flatten,
                "norm_layer": self.norm_layer,
            }
        )
        return config
