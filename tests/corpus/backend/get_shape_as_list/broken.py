import keras
from keras import ops


@keras.saving.register_keras_serializable(package="group")
class ChannelShuffle(keras.layers.Layer):
    """Shuffles channels between groups (ShuffleNet)."""

    def __init__(self, groups=2, **kwargs):
        super(ChannelShuffle, self).__init__(**kwargs)
        self.groups = groups

    def call(self, x):
        channels = x.get_shape().as_list()[-1]
        lead = ops.shape(x)[:-1]
        y = ops.reshape(x, (*lead, self.groups, channels // self.groups))
        y = ops.swapaxes(y, -1, -2)
        return ops.reshape(y, (*lead, channels))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super(ChannelShuffle, self).get_config()
        config["groups"] = self.groups
        return config
