import keras
from keras import backend as K


@keras.saving.register_keras_serializable(package="port")
class NoisyGate(keras.layers.Layer):
    def __init__(self, stddev=0.3, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.seed = seed
        self.rng = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        def noised():
            return inputs + K.random_normal(K.shape(inputs), mean=0.0, stddev=self.stddev)

        return K.in_train_phase(noised, inputs, training=training)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev, "seed": self.seed}
