import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="moe")
class SoftMoE(layers.Layer):
    """A small dense mixture of experts with a load-balancing loss.

    Args:
        num_experts: How many experts.
        expert_units: Width of each expert's hidden layer.
        balance: Factor of the load-balancing loss.
    """

    def __init__(self, num_experts=4, expert_units=16, balance=0.01, **kwargs):
        super().__init__(**kwargs)
        self.num_experts = num_experts
        self.expert_units = expert_units
        self.balance = balance

    def build(self, input_shape):
        dim = input_shape[-1]
        self.router = self.add_weight(
            name="router", shape=(dim, self.num_experts)
        )
        self.w_in = self.add_weight(
            name="w_in", shape=(self.num_experts, dim, self.expert_units)
        )
        self.w_out = self.add_weight(
            name="w_out", shape=(self.num_experts, self.expert_units, dim)
        )
        self.built = True

    def route(self, x):
        probs = ops.softmax(ops.matmul(x, self.router), axis=-1)
        load = ops.mean(ops.reshape(probs, (-1, self.num_experts)), axis=0)
        loss = self.balance * self.num_experts * ops.sum(ops.square(load))
        return probs, loss

    def call(self, x):
        probs, loss = self.route(x)
        self.add_loss(loss)
        hidden = ops.gelu(ops.einsum("...d,edu->...eu", x, self.w_in))
        out = ops.einsum("...eu,eud->...ed", hidden, self.w_out)
        return ops.einsum("...ed,...e->...d", out, probs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(
            num_experts=self.num_experts,
            expert_units=self.expert_units,
            balance=self.balance,
        )
        return config
