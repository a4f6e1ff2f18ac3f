"""Every argument in the config, one of them renamed and named back by from_config."""

import keras


@keras.saving.register_keras_serializable(package="cases")
class Project(keras.layers.Layer):
    def __init__(self, output_dim=4, use_bias=True, kernel_initializer="he_normal", **kwargs):
        super().__init__(**kwargs)
        self.units = output_dim
        self.use_bias = use_bias
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), name="kernel", initializer=self.kernel_initializer
        )
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), name="bias", initializer="zeros")

    def call(self, inputs):
        outputs = keras.ops.matmul(inputs, self.kernel)
        return outputs + self.bias if self.use_bias else outputs

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "use_bias": self.use_bias,
            "kernel_initializer": keras.initializers.serialize(self.kernel_initializer),
        }

    @classmethod
    def from_config(cls, config):
        config["output_dim"] = config.pop("units")
        return super().from_config(config)
