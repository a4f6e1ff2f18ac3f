import keras
from keras import backend as K
from keras import initializers, ops


@keras.saving.register_keras_serializable(package="port")
class ScaleShift(keras.layers.Layer):
    def __init__(self, init="one", **kwargs):
        super().__init__(**kwargs)
        self.init = init

    def build(self, input_shape):
        size = (input_shape[-1],)
        self.gamma = K.variable(initializers.get(self.init + "s")(size))
        self.beta = K.variable(initializers.get("zeros")(size))
        self.trainable_weights = [self.gamma, self.beta]

    def call(self, x):
        return ops.multiply(x, self.gamma) + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "init": self.init}
