import keras
from keras import ops


@keras.saving.register_keras_serializable(package="img")
class ToUnitRange(keras.layers.Layer):
    """Brings images to [0, 1], whether they come as 0..255 or 0..1."""

    def call(self, images):
        highest = ops.max(images, axis=(1, 2, 3), keepdims=True)
        return ops.where(highest > 1.5, images / 255.0, images)

    def compute_output_shape(self, input_shape):
        return input_shape
