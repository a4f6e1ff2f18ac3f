import keras
from keras import ops


@keras.saving.register_keras_serializable(package="port")
class KMaxPooling(keras.layers.Layer):
    """Keeps the k largest values of each channel over time."""

    def __init__(self, k=2, **kwargs):
        super().__init__(**kwargs)
        self.k = k

    def call(self, inputs):
        t = ops.transpose(inputs, (0, 2, 1))
        top = ops.top_k(t, k=self.k, sorted=True)[0]
        return ops.reshape(top, (-1, inputs.shape[-1] * self.k))

    def get_output_shape_for(self, input_shape):
        return (input_shape[0], input_shape[2] * self.k)

    def get_config(self):
        base = super().get_config()
        return dict(list(base.items()) + [("k", self.k)])
