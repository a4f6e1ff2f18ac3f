"""Pops a key of the caller's dictionary."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Wrapped(keras.layers.Layer):
    def __init__(self, units=4, dense_kwargs=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        dense_kwargs = {} if dense_kwargs is None else dense_kwargs
        dense_kwargs.setdefault("use_bias", False)
        self.dense = keras.layers.Dense(units, **dense_kwargs)
        self.dense_kwargs = dict(dense_kwargs)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def call(self, inputs):
        return self.dense(inputs)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "dense_kwargs": dict(self.dense_kwargs),
        }
