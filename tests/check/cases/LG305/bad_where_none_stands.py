"""None by default; a regularizer that is given goes into the config as it is."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Scale(keras.layers.Layer):
    def __init__(self, scale_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.scale_regularizer = keras.regularizers.get(scale_regularizer)
        self.supports_masking = True

    def build(self, input_shape):
        self.scale = self.add_weight(
            name="scale", shape=(), initializer="ones", regularizer=self.scale_regularizer
        )
        super().build(input_shape)

    def call(self, inputs):
        return inputs * self.scale

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "scale_regularizer": self.scale_regularizer}
