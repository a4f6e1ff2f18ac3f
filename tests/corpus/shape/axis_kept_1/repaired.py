import keras
from keras import ops


@keras.saving.register_keras_serializable(package="decoding")
class OneHotArgmax(keras.layers.Layer):
    """The index of the largest entry along an axis, as int32."""

    def __init__(self, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis

    def call(self, inputs):
        return ops.cast(ops.argmax(inputs, axis=self.axis), "int32")

    def compute_output_spec(self, inputs):
        shape = list(inputs.shape)
        shape.pop(self.axis)
        return keras.KerasTensor(tuple(shape), dtype="int32")

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis
        return config
