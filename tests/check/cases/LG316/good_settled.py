"""What a layer computes from its weights when they are loaded is computed for a copy as well."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Standardized(keras.layers.Layer):
    """Divides by a scale that is found before training."""

    def build(self, input_shape):
        self.variance = self.add_weight(
            name="variance", shape=(input_shape[-1],), initializer="ones", trainable=False
        )
        self.scale = 1.0
        self.built = True

    def settle(self):
        self.scale = ops.convert_to_numpy(ops.sqrt(self.variance))

    def load_own_variables(self, store):
        super().load_own_variables(store)
        self.settle()

    def call(self, inputs):
        return inputs / ops.cast(self.scale, inputs.dtype)
