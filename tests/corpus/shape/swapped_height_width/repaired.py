import keras
from keras import ops


@keras.saving.register_keras_serializable(package="swin")
class MergePatches(keras.layers.Layer):
    """Merges `size` x `size` patches into channels: (b, h, w, c) -> (b, h/size, w/size, size*size*c)."""

    def __init__(self, size=2, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def call(self, images):
        s = self.size
        _, h, w, c = ops.shape(images)
        x = ops.reshape(images, (-1, h // s, s, w // s, s, c))
        x = ops.transpose(x, (0, 1, 3, 2, 4, 5))
        return ops.reshape(x, (-1, h // s, w // s, s * s * c))

    def compute_output_shape(self, input_shape):
        b, h, w, c = input_shape
        s = self.size
        return (b, h and h // s, w and w // s, s * s * c)

    def get_config(self):
        return {**super().get_config(), "size": self.size}
