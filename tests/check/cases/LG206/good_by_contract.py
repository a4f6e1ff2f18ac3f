import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class StreamingConv(keras.layers.Layer):
    """Goes on where the last chunk ended: one row of state for each stream, and their number is an argument."""

    def __init__(self, filters, kernel_size, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = kernel_size
        self.batch_size = batch_size

    def build(self, input_shape):
        features = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel", shape=(self.kernel_size, features, self.filters)
        )
        self.tail = self.add_weight(
            name="tail",
            shape=(self.batch_size, self.kernel_size - 1, features),
            initializer="zeros",
            trainable=False,
        )
        super().build(input_shape)

    def call(self, inputs, training=False):
        if inputs.shape[0] not in (None, self.batch_size):
            raise ValueError(f"Expected batch_size={self.batch_size}. Received: {inputs.shape[0]}")
        padded = ops.concatenate([ops.cast(self.tail, inputs.dtype), inputs], axis=1)
        if training and self.trainable:
            self.tail.assign(padded[:, 1 - self.kernel_size :])
        return ops.conv(padded, self.kernel)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.filters)

    def get_config(self):
        config = {
            "filters": self.filters,
            "kernel_size": self.kernel_size,
            "batch_size": self.batch_size,
        }
        return {**super().get_config(), **config}
