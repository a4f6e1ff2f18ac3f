import keras
from keras import ops


@keras.saving.register_keras_serializable(package="center")
class ClassCentre(keras.layers.Layer):
    """Pulls features towards a learnt centre, by a loss in training."""

    def __init__(self, strength=0.01, **kwargs):
        super().__init__(**kwargs)
        self.strength = strength
        self.supports_masking = True
        self.centre = None

    def call(self, x, training=False):
        if training:
            if self.centre is None:
                self.centre = self.add_weight(name="centre", shape=(x.shape[-1],), initializer="zeros")
            self.add_loss(self.strength * ops.mean(ops.square(x - self.centre)))
        return x

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "strength": self.strength}
