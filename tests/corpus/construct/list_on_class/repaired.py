import keras
from keras import layers


@keras.saving.register_keras_serializable(package="moe")
class SoftExperts(layers.Layer):
    """A soft mixture of linear experts."""

    def __init__(self, num_experts=3, units=8, **kwargs):
        super().__init__(**kwargs)
        self.num_experts = num_experts
        self.units = units
        self.experts = []
        for _ in range(num_experts):
            self.experts.append(layers.Dense(units, dtype=self.dtype_policy))
        self.gate = layers.Dense(num_experts, activation="softmax", dtype=self.dtype_policy)

    def build(self, input_shape):
        for expert in self.experts:
            expert.build(input_shape)
        self.gate.build(input_shape)
        self.built = True

    def call(self, x):
        gates = self.gate(x)
        out = 0.0
        for i in range(self.num_experts):
            out = out + gates[..., i : i + 1] * self.experts[i](x)
        return out

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.units,)

    def get_config(self):
        config = super().get_config()
        config["num_experts"] = self.num_experts
        config["units"] = self.units
        return config
