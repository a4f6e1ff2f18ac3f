"""One row of scores in training, their best at inference."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class Choice(keras.layers.Layer):
    """Scores, and at inference the largest of them."""

    def call(self, inputs, training=False):
        scores = ops.softmax(inputs, axis=-1)
        return scores if training else ops.max(scores, axis=-1)
