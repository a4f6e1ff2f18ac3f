import keras
from keras import ops


@keras.saving.register_keras_serializable(package="rec")
class CrossLayer(keras.layers.Layer):
    """DCN-v2 cross layer; takes [x0, xl]."""

    def __init__(self, rank=4, diag_scale=0.0, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.rank = rank
        self.diag_scale = diag_scale
        self.use_bias = use_bias

    def build(self, input_shape):
        d = input_shape[0][-1]
        self.u = self.add_weight(name="u", shape=(d, self.rank))
        self.v = self.add_weight(name="v", shape=(self.rank, d))
        if self.use_bias:
            self.b = self.add_weight(name="b", shape=(d,), initializer="zeros")
        self.built = True

    def call(self, inputs):
        x0, xl = inputs
        y = ops.matmul(ops.matmul(xl, self.u), self.v) + self.diag_scale * xl
        if self.use_bias:
            y = y + self.b
        return x0 * y + xl

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[0])

    def get_config(self):
        config = super().get_config()
        config["rank"] = self.rank
        config["diag_scale"] = self.diag_scale
        config["use_bias"] = self.use_bias
        return config

    @classmethod
    def from_config(cls, config):
        known = ("name", "trainable", "dtype", "rank", "diag_scale", "use_bias")
        return cls(**{k: v for k, v in config.items() if k in known})
