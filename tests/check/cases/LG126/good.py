"""seed makes the noise; a rate of 0 by default hides it."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Block(keras.layers.Layer):
    def __init__(self, units=4, rate=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.seed = seed
        self.dense = keras.layers.Dense(units)
        self.dropout = keras.layers.Dropout(rate, seed=seed)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, inputs, training=None):
        return self.dropout(self.dense(inputs), training=training)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "rate": self.rate,
            "seed": self.seed,
        }
