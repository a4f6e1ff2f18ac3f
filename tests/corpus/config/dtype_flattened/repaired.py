import keras
from keras import ops


@keras.saving.register_keras_serializable(package="mix")
class PatchMixer(keras.layers.Layer):
    """Mixes the patches of a (batch, patches, channels) tensor."""

    def __init__(self, expansion=2, **kwargs):
        super().__init__(**kwargs)
        self.expansion = expansion

    def build(self, input_shape):
        patches = input_shape[1]
        self.w1 = self.add_weight(name="w1", shape=(patches, patches * self.expansion))
        self.w2 = self.add_weight(name="w2", shape=(patches * self.expansion, patches))
        self.built = True

    def call(self, x):
        y = ops.transpose(x, (0, 2, 1))
        y = ops.gelu(ops.matmul(y, self.w1))
        y = ops.matmul(y, self.w2)
        return x + ops.transpose(y, (0, 2, 1))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"expansion": self.expansion})
        return config
