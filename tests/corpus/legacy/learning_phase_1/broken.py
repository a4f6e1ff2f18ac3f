import keras
from keras import backend as K
from keras import ops


@keras.saving.register_keras_serializable(package="ported")
class MovingBias(keras.layers.Layer):
    """Takes off the mean of each feature: the batch's in training, a running one else."""

    def __init__(self, decay=0.9, **kwargs):
        super().__init__(**kwargs)
        self.decay = decay

    def build(self, input_shape):
        self.moving_mean = self.add_weight(
            name="moving_mean",
            shape=(input_shape[-1],),
            initializer="zeros",
            trainable=False,
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: input_shape[-1]})
        self.built = True

    def call(self, inputs, training=None):
        if not (training or K.learning_phase()):
            return inputs - ops.cast(self.moving_mean, inputs.dtype)
        mean = ops.mean(inputs, axis=0)
        if self.trainable:
            old = self.moving_mean.value
            moved = self.decay * old + (1.0 - self.decay) * ops.cast(mean, old.dtype)
            self.moving_mean.assign(moved)
        return inputs - mean

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"decay": self.decay})
        return config
