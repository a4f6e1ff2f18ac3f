import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="vision")
class ChannelCompetition(layers.Layer):
    """Softmax over channels in full precision, times the features."""

    def __init__(self, temperature=1.0, **kwargs):
        super().__init__(**kwargs)
        self.temperature = temperature

    def build(self, input_shape):
        self.bias = self.add_weight(
            name="bias", shape=(input_shape[-1],), initializer="zeros"
        )
        self.built = True

    def call(self, inputs):
        logits = ops.cast(inputs + self.bias, "float32") / self.temperature
        share = ops.softmax(logits, axis=-1)
        return inputs * share

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "temperature": self.temperature}
