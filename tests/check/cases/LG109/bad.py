"""A sublayer on the class: all instances share its weights."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Head(keras.layers.Layer):
    dense = keras.layers.Dense(4)

    def build(self, input_shape):
        if not self.dense.built:
            self.dense.build(input_shape)

    def call(self, inputs):
        return self.dense(inputs)
