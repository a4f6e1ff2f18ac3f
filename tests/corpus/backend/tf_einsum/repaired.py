import keras
from keras import ops


@keras.saving.register_keras_serializable(package="bilinear")
class Bilinear(keras.layers.Layer):
    """x1^T W x2 for each unit."""

    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, left_shape, right_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(left_shape[-1], right_shape[-1], self.units)
        )
        self.built = True

    def call(self, left, right):
        return ops.einsum("bi,iju,bj->bu", left, self.kernel, right)

    def compute_output_shape(self, left_shape, right_shape):
        return (left_shape[0], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
