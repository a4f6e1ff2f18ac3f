"""A script: it plots with a package that nobody has, reads a file that is not there, and trains for ever."""

from __future__ import annotations

import keras
import plots_of_nobody as plots

width = 4


class InAScript(keras.layers.Layer):
    def __init__(self, units: Unknown = width, **kwargs):  # noqa: F821
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.built = True

    def call(self, inputs):
        return self.dense(inputs)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


with open("words.txt", encoding="utf-8") as file:
    words = file.read().split()


class NeedsData(keras.layers.Layer):
    def call(self, inputs):
        return inputs * len(words)


model = keras.Sequential([InAScript()])
while True:
    model.fit(*words)
    plots.show(model)
