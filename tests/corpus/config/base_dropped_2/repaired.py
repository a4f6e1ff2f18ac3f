import keras
from keras import layers


@keras.saving.register_keras_serializable(package="convnext")
class LayerScaleBlock(layers.Layer):
    """ConvNeXt block: depthwise 7x7, norm, two pointwise maps, a learned scale, skip."""

    def __init__(self, projection_dim, init_value=0.1, expansion=2, **kwargs):
        super().__init__(**kwargs)
        self.projection_dim = projection_dim
        self.init_value = init_value
        self.expansion = expansion

    def build(self, input_shape):
        dim = self.projection_dim
        if input_shape[-1] != dim:
            raise ValueError(
                f"The last axis of the input must be projection_dim={dim}. "
                f"Received: input_shape={input_shape}"
            )
        policy = self.dtype_policy
        self.depthwise = layers.DepthwiseConv2D(7, padding="same", dtype=policy)
        self.norm = layers.LayerNormalization(epsilon=1e-5, dtype=policy)
        self.expand = layers.Dense(dim * self.expansion, "gelu", dtype=policy)
        self.contract = layers.Dense(dim, dtype=policy)
        self.depthwise.build(input_shape)
        self.norm.build(input_shape)
        self.expand.build(input_shape)
        self.contract.build((*input_shape[:-1], dim * self.expansion))
        self.gamma = self.add_weight(
            name="gamma",
            shape=(dim,),
            initializer=keras.initializers.Constant(self.init_value),
        )
        self.built = True

    def call(self, inputs):
        x = self.norm(self.depthwise(inputs))
        x = self.contract(self.expand(x))
        return inputs + self.gamma * x

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "projection_dim": self.projection_dim,
                "init_value": self.init_value,
                "expansion": self.expansion,
            }
        )
        return config
