"""Arguments read in call, in build, through a property and by a helper."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class UnitNorm(keras.layers.Layer):
    def __init__(self, epsilon=1e-3, axis=-1, scale=True, label=None, **kwargs):
        super().__init__(**kwargs)
        self._epsilon = epsilon
        self.axis = axis
        self.scale = scale
        self.label = label

    @property
    def epsilon(self):
        return self._epsilon

    def build(self, input_shape):
        if self.scale:
            name = "scale" if self.label is None else f"{self.label}_scale"
            self.gain = self.add_weight(shape=(input_shape[-1],), initializer="ones", name=name)

    def call(self, inputs):
        square = ops.sum(ops.square(inputs), axis=self.axis, keepdims=True)
        outputs = inputs * ops.rsqrt(square + self.epsilon)
        return outputs * self.gain if self.scale else outputs

    def get_config(self):
        return {
            **super().get_config(),
            "epsilon": self.epsilon,
            "axis": self.axis,
            "scale": self.scale,
            "label": self.label,
        }
