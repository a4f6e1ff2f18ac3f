import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rec")
class OneHotProjection(keras.layers.Layer):
    """One-hot encodes integer categories and projects them."""

    def __init__(self, num_categories=10, units=8, **kwargs):
        super().__init__(**kwargs)
        self.num_categories = num_categories
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(self.num_categories, self.units)
        )
        self.built = True

    def call(self, categories):
        hot = ops.one_hot(
            categories, self.num_categories, dtype=self.compute_dtype
        )
        return ops.matmul(hot, self.kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape, self.units)

    def get_config(self):
        config = super().get_config()
        config.update(
            num_categories=self.num_categories, units=self.units
        )
        return config
