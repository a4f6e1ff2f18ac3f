import keras
from keras import layers


@keras.saving.register_keras_serializable(package="sv")
class AuxHead(layers.Layer):
    """A classifier with a second head that only counts while training."""

    def __init__(self, classes=3, **kwargs):
        super().__init__(**kwargs)
        self.classes = classes
        self.main = layers.Dense(classes, dtype=self.dtype_policy)
        self.aux = layers.Dense(classes, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.main.build(input_shape)
        self.built = True

    def call(self, x, training=False):
        y = self.main(x)
        if training:
            self.add_loss(1e-2 * keras.ops.mean(keras.ops.square(y - self.aux(x))))
        return y

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.classes)

    def get_config(self):
        return {**super().get_config(), "classes": self.classes}
