"""The inputs stay as they were."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Gate(keras.layers.Layer):
    """The product of the entries 'value' and 'gate'."""

    def call(self, inputs):
        outputs = inputs["value"] * inputs["gate"]
        rest = dict(inputs)
        del rest["gate"]
        return outputs
