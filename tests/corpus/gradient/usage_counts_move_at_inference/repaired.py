import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vq")
class CodeUsage(keras.layers.Layer):
    """Soft assignment to a codebook; remembers how often a code was used."""

    def __init__(self, codes=6, decay=0.99, **kwargs):
        super().__init__(**kwargs)
        self.codes = codes
        self.decay = decay

    def build(self, input_shape):
        self.codebook = self.add_weight(
            name="codebook", shape=(self.codes, input_shape[-1]),
            initializer="random_normal",
        )
        self.usage = self.add_weight(
            name="usage", shape=(self.codes,), initializer="zeros",
            trainable=False,
        )
        self.built = True

    def call(self, x, training=None):
        logits = ops.matmul(x, ops.transpose(self.codebook))
        p = ops.softmax(logits)
        mean_use = ops.mean(ops.reshape(p, (-1, self.codes)), axis=0)
        if training and self.trainable:
            self.usage.assign(
                self.decay * self.usage.value
                + (1 - self.decay) * ops.cast(mean_use, self.usage.dtype)
            )
        return ops.matmul(p, self.codebook)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(), "codes": self.codes, "decay": self.decay
        }
