import keras
from keras import layers
import keras.backend as K


@keras.saving.register_keras_serializable(package="port")
class SwitchNorm(layers.Layer):
    def __init__(self, rate=0.2, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.norm = layers.BatchNormalization(dtype=self.dtype_policy)
        self.drop = layers.Dropout(rate, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.norm.build(input_shape)
        self.built = True

    def call(self, x):
        training = K.learning_phase()
        return self.drop(self.norm(x, training=training), training=training)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}
