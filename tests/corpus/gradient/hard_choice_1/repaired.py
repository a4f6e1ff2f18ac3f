import keras
from keras import layers
from keras import ops


@keras.saving.register_keras_serializable(package="moe")
class Expert(layers.Layer):
    """One dense map with a gelu."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = layers.Dense(units, activation="gelu", dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.built = True

    def call(self, inputs):
        return self.dense(inputs)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="moe")
class MixtureOfExperts(layers.Layer):
    """Several experts, and a softmax gate that weighs them."""

    def __init__(self, num_experts, units, balance=0.01, **kwargs):
        super().__init__(**kwargs)
        self.num_experts = num_experts
        self.units = units
        self.balance = balance
        self.gate = layers.Dense(num_experts, activation="softmax", dtype=self.dtype_policy)
        self.experts = [Expert(units, dtype=self.dtype_policy) for _ in range(num_experts)]

    def build(self, input_shape):
        self.gate.build(input_shape)
        for expert in self.experts:
            expert.build(input_shape)
        self.built = True

    def call(self, inputs):
        weights = self.gate(inputs)
        usage = ops.mean(ops.cast(weights, "float32"), axis=0)
        self.add_loss(self.balance * ops.sum(ops.square(usage)))
        outputs = ops.stack([expert(inputs) for expert in self.experts], axis=-1)
        return ops.sum(outputs * ops.expand_dims(weights, axis=-2), axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "num_experts": self.num_experts,
                "units": self.units,
                "balance": self.balance,
            }
        )
        return config
