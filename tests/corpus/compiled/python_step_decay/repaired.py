import keras
from keras import ops


@keras.saving.register_keras_serializable(package="anneal")
class AnnealedSoftmax(keras.layers.Layer):
    """Softmax whose temperature falls with every training step."""

    def __init__(self, start=2.0, decay=0.9, floor=0.5, **kwargs):
        super().__init__(**kwargs)
        self.start = start
        self.decay = decay
        self.floor = floor
        self.supports_masking = True
        self.temperature = self.add_weight(
            name="temperature",
            shape=(),
            initializer=keras.initializers.Constant(start),
            trainable=False,
            autocast=False,
        )

    def call(self, logits, training=False):
        if training and self.trainable:
            self.temperature.assign(ops.maximum(self.floor, self.temperature * self.decay))
        return ops.softmax(logits / ops.cast(self.temperature, logits.dtype), axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "start": self.start, "decay": self.decay, "floor": self.floor}
