import keras
from keras import ops


@keras.saving.register_keras_serializable(package="norm")
class RMSScale(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        if self.axis < 0:
            self.axis = len(input_shape) + self.axis
        self.scale = self.add_weight(name="scale", shape=(input_shape[self.axis],), initializer="ones")
        self.broadcast = [1] * len(input_shape)
        self.broadcast[self.axis] = input_shape[self.axis]
        self.built = True

    def call(self, x):
        ms = ops.mean(ops.square(x), axis=self.axis, keepdims=True)
        y = x * ops.rsqrt(ms + self.epsilon)
        return y * ops.reshape(self.scale, self.broadcast)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
