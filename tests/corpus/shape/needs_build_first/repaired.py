import keras
from keras import ops


@keras.saving.register_keras_serializable(package="flat")
class FlattenProject(keras.layers.Layer):
    def __init__(self, ratio=0.5, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio

    def build(self, input_shape):
        self.width = max(1, int(input_shape[-1] * self.ratio))
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.width))
        self.built = True

    def call(self, inputs):
        return ops.relu(ops.matmul(inputs, self.kernel))

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (max(1, int(input_shape[-1] * self.ratio)),)

    def get_config(self):
        return {**super().get_config(), "ratio": self.ratio}
