import keras
from keras import layers
from keras import ops


@keras.saving.register_keras_serializable(package="switch")
class SwitchDense(layers.Layer):
    """Sends each token to its best expert (Switch Transformer)."""

    def __init__(self, experts: int = 3, **kwargs):
        super().__init__(**kwargs)
        self.experts = experts

    def build(self, input_shape):
        features = input_shape[-1]
        self.gate = layers.Dense(
            self.experts, use_bias=False, dtype=self.dtype_policy
        )
        self.gate.build(input_shape)
        self.kernel = self.add_weight(
            shape=(self.experts, features, features), name="kernel"
        )
        self.built = True

    def call(self, inputs):
        probs = ops.softmax(self.gate(inputs))
        best = ops.argmax(probs, axis=-1)
        chosen = ops.one_hot(best, self.experts, dtype=probs.dtype)
        outputs = ops.einsum("...d,edf->...ef", inputs, self.kernel)
        return ops.sum(outputs * chosen[..., None], axis=-2)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "experts": self.experts}
