"""seed is not handed to the dropout it is for."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Block(keras.layers.Layer):
    def __init__(self, units=4, rate=0.5, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.seed = seed
        self.dense = keras.layers.Dense(units)
        self.dropout = keras.layers.Dropout(rate)

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
