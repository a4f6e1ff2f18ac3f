import keras
from keras import ops


@keras.saving.register_keras_serializable(package="features")
class CrossFeatures(keras.layers.Layer):
    """Takes {"user": (b, d), "item": (b, d)}, gives (b, 2 * d)."""

    def call(self, inputs):
        inputs["user"] = inputs["user"] * 2.0
        user, item = inputs["user"], inputs["item"]
        return ops.concatenate([user * item, user + item], axis=-1)

    def compute_output_shape(self, input_shape):
        shape = input_shape["user"]
        return (*shape[:-1], 2 * shape[-1])
