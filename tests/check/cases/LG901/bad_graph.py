"""A name that the graph's tensors do not have."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Placed(keras.layers.Layer):
    """Twice the input, where it lies on the first processor."""

    def call(self, inputs):
        place = getattr(inputs, "device").split(":")[-1]
        return inputs * 2.0 if int(place) == 0 else inputs

    def compute_output_shape(self, input_shape):
        return input_shape
