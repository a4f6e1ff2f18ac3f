import keras
from keras import ops


@keras.saving.register_keras_serializable(package="scoring")
class BilinearScore(keras.layers.Layer):
    """Scores two vectors with one bilinear form for each unit.

    Call arguments:
        inputs: List of two tensors, `(batch, left)` and `(batch, right)`.
    """

    def __init__(self, units, kernel_initializer="glorot_normal", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        left_shape, right_shape = input_shape
        self.kernel = self.add_weight(
            name="kernel",
            shape=(self.units, left_shape[-1], right_shape[-1]),
            initializer=self.kernel_initializer,
        )

    def call(self, inputs):
        left, right = inputs
        scores = ops.einsum("bl,ulr,br->bu", left, self.kernel, right)
        return ops.softmax(scores, axis=0)

    def compute_output_shape(self, input_shape):
        left_shape, _ = input_shape
        return (left_shape[0], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["kernel_initializer"] = keras.initializers.serialize(self.kernel_initializer)
        return config
