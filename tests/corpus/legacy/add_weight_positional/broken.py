import keras
from keras import ops


@keras.saving.register_keras_serializable(package="port")
class CapsuleSquash(keras.layers.Layer):
    def __init__(self, dim_capsule=4, **kwargs):
        super().__init__(**kwargs)
        self.dim_capsule = dim_capsule

    def build(self, input_shape):
        self.W = self.add_weight("W", (input_shape[-1], self.dim_capsule), initializer="glorot_uniform")
        self.built = True

    def call(self, inputs):
        u = ops.matmul(inputs, self.W)
        n2 = ops.sum(ops.square(u), axis=-1, keepdims=True)
        return u * ops.sqrt(n2 + 1e-3) / (1.0 + n2)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.dim_capsule,)

    def get_config(self):
        config = super().get_config()
        config["dim_capsule"] = self.dim_capsule
        return config
