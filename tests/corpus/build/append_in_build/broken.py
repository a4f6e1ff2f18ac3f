import keras
from keras import ops


@keras.saving.register_keras_serializable(package="moe")
class SoftExperts(keras.layers.Layer):
    """Softly mixes the outputs of a few linear experts."""

    def __init__(self, units, num_experts=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.num_experts = num_experts
        self.supports_masking = True
        self.kernels = []

    def build(self, input_shape):
        dim = input_shape[-1]
        self.router = self.add_weight(name="router", shape=(dim, self.num_experts))
        for i in range(self.num_experts):
            self.kernels.append(self.add_weight(name=f"kernel_{i}", shape=(dim, self.units)))
        self.built = True

    def call(self, inputs):
        gates = ops.softmax(ops.matmul(inputs, self.router), axis=-1)
        total = 0.0
        for i, kernel in enumerate(self.kernels):
            total = total + gates[..., i % self.num_experts, None] * ops.matmul(inputs, kernel)
        return total

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "num_experts": self.num_experts}
