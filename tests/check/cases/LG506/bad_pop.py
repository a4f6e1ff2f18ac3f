"""The dictionary that call is given loses a key."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Gate(keras.layers.Layer):
    """The product of the entries 'value' and 'gate'."""

    def call(self, inputs):
        outputs = inputs["value"] * inputs["gate"]
        del inputs["gate"]
        return outputs
