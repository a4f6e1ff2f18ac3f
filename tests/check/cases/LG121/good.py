"""Regularizers given to the weight, handed to a sublayer, and added as a loss by hand."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, units=4, kernel_regularizer=None, head_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)
        self.head_regularizer = keras.regularizers.get(head_regularizer)
        self.dense = keras.layers.Dense(units, kernel_regularizer=self.kernel_regularizer)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.head = self.add_weight(shape=(self.units, self.units), name="head")

    def call(self, inputs):
        if self.head_regularizer is not None:
            self.add_loss(self.head_regularizer(self.head))
        return keras.ops.matmul(self.dense(inputs), self.head)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "kernel_regularizer": keras.regularizers.serialize(self.kernel_regularizer),
            "head_regularizer": keras.regularizers.serialize(self.head_regularizer),
        }
