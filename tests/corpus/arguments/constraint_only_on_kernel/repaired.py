import keras
from keras import layers


@keras.saving.register_keras_serializable(package="dw")
class DepthwiseMix(layers.Layer):
    """Depthwise then pointwise convolution over images."""

    def __init__(
        self,
        filters=8,
        kernel_size=3,
        depthwise_constraint=None,
        pointwise_constraint=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.filters = filters
        self.kernel_size = kernel_size
        self.depthwise_constraint = keras.constraints.get(depthwise_constraint)
        self.pointwise_constraint = keras.constraints.get(pointwise_constraint)
        self.depthwise = layers.DepthwiseConv2D(
            kernel_size,
            padding="same",
            depthwise_constraint=self.depthwise_constraint,
            dtype=self.dtype_policy,
        )
        self.pointwise = layers.Conv2D(
            filters,
            1,
            kernel_constraint=self.pointwise_constraint,
            dtype=self.dtype_policy,
        )

    def build(self, input_shape):
        self.depthwise.build(input_shape)
        self.pointwise.build(self.depthwise.compute_output_shape(input_shape))
        self.built = True

    def call(self, inputs):
        return self.pointwise(self.depthwise(inputs))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.filters)

    def get_config(self):
        config = super().get_config()
        config["filters"] = self.filters
        config["kernel_size"] = self.kernel_size
        config["depthwise_constraint"] = keras.constraints.serialize(self.depthwise_constraint)
        config["pointwise_constraint"] = keras.constraints.serialize(self.pointwise_constraint)
        return config
