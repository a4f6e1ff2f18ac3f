import keras
from keras import ops


@keras.saving.register_keras_serializable(package="tsa")
class RecencyWeighting(keras.layers.Layer):
    """Weights time steps by an exponential decay learned per feature.

    Input shape:
        `(batch, time, features)`.
    """

    def build(self, input_shape):
        self.log_decay = self.add_weight(
            name="log_decay", shape=(input_shape[-1],), initializer="zeros"
        )
        self.built = True

    def call(self, sequence):
        length = ops.shape(sequence)[1]
        age = ops.cast(ops.arange(length, 0, -1), self.compute_dtype)[:, None]
        decay = ops.exp(-ops.softplus(self.log_decay) * 0.1 * age)
        return sequence * decay[None]

    def compute_output_shape(self, sequence_shape):
        return sequence_shape

    def get_config(self):
        return super().get_config()
