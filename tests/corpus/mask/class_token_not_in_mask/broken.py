import keras
from keras import ops


@keras.saving.register_keras_serializable(package="vit")
class PrependClassToken(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def build(self, input_shape):
        self.token = self.add_weight(
            name="token", shape=(1, 1, input_shape[-1]),
            initializer="random_normal",
        )
        self.built = True

    def call(self, inputs):
        batch = ops.shape(inputs)[0]
        token = ops.broadcast_to(
            ops.convert_to_tensor(self.token), (batch, 1, inputs.shape[-1])
        )
        return ops.concatenate([token, inputs], axis=1)

    def compute_output_shape(self, input_shape):
        time = None if input_shape[1] is None else input_shape[1] + 1
        return (input_shape[0], time, input_shape[2])

    def get_config(self):
        return super().get_config()
