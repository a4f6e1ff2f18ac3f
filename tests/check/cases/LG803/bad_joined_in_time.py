"""Two sequences one after the other, with the mask of the first."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class OneAfterTheOther(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs):
        return ops.concatenate(inputs, axis=1)

    def compute_mask(self, inputs, mask=None):
        if mask is None or any(one is None for one in mask):
            return None
        return mask[0]

    def compute_output_shape(self, input_shape):
        first, second = input_shape
        steps = None if None in (first[1], second[1]) else first[1] + second[1]
        return (first[0], steps, *first[2:])
