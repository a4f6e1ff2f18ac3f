"""Dropout that never rests, by the mode that it tells its base class."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class MonteCarloDropout(keras.layers.Dropout):
    """Drops at inference too, so that several predictions show how sure the model is."""

    def call(self, inputs, training=False):
        return super().call(inputs, training=True)
