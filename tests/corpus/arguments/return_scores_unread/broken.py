import keras
from keras import ops


@keras.saving.register_keras_serializable(package="attn")
class DotAttention(keras.layers.Layer):
    """call([query, value]) with optional scaling and temperature."""

    def __init__(self, use_scale=False, temperature=1.0, **kwargs):
        super().__init__(**kwargs)
        self.use_scale = use_scale
        self.temperature = temperature

    def call(self, inputs):
        query, value = inputs
        scores = ops.matmul(query, ops.transpose(value, (0, 2, 1)))
        if self.use_scale:
            scores = scores / float(query.shape[-1]) ** 0.5
        return ops.matmul(ops.softmax(scores, axis=-1), value)

    def compute_output_shape(self, input_shape):
        q, v = input_shape
        return (q[0], q[1], v[2])

    def get_config(self):
        config = super().get_config()
        config["use_scale"] = self.use_scale
        config["temperature"] = self.temperature
        return config
