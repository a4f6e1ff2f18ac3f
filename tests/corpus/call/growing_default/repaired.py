import keras
from keras import ops


@keras.saving.register_keras_serializable(package="dense")
class DenseBlock(keras.layers.Layer):
    def __init__(self, growth=4, depth=2, **kwargs):
        super().__init__(**kwargs)
        self.growth = growth
        self.depth = depth
        self.layers = [
            keras.layers.Dense(growth, activation="relu", dtype=self.dtype_policy) for _ in range(depth)
        ]

    def build(self, input_shape):
        width = input_shape[-1]
        for layer in self.layers:
            layer.build((*input_shape[:-1], width))
            width += self.growth
        self.built = True

    def call(self, inputs):
        skips = []
        x = inputs
        for layer in self.layers:
            y = layer(x)
            skips.append(y)
            x = ops.concatenate([x, y], axis=-1)
        return x * (1.0 / len(skips))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], input_shape[-1] + self.growth * self.depth)

    def get_config(self):
        return {**super().get_config(), "growth": self.growth, "depth": self.depth}
