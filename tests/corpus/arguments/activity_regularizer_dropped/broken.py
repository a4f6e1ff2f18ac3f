import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sae")
class SparseCode(keras.layers.Layer):
    """A sparse autoencoder's encoder."""

    def __init__(self, units=16, activity_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self._sparsity = keras.regularizers.get(activity_regularizer)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        self.built = True

    def call(self, inputs):
        return ops.relu(ops.matmul(inputs, self.kernel) + self.bias)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["activity_regularizer"] = keras.regularizers.serialize(self._sparsity)
        return config
