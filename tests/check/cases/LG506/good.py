"""The inputs stay as they were."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Gate(keras.layers.Layer):
    """The product of the entries 'value' and 'gate'."""

    def call(self, inputs):
        inputs = dict(inputs)
        gate = inputs.pop("gate")
        return inputs["value"] * gate
