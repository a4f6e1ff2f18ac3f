import keras
from keras import ops


@keras.saving.register_keras_serializable(package="merging_lab")
class WeightedMerge(keras.layers.Layer):
    """A learned convex combination of several tensors of one shape."""

    def __init__(self, temperature=1.0, **kwargs):
        super().__init__(**kwargs)
        self.temperature = temperature

    def build(self, input_shape):
        if len(input_shape) < 2:
            raise ValueError(f"WeightedMerge needs at least two inputs. Received: {input_shape}")
        self.logits = self.add_weight(name="logits", shape=(len(input_shape),), initializer="zeros")

    def call(self, inputs):
        if type(inputs) is not list:
            raise TypeError("WeightedMerge wants a list")
        shares = ops.softmax(self.logits / self.temperature)
        total = shares[0] * inputs[0]
        for index in range(1, len(inputs)):
            total = total + shares[index] * inputs[index]
        return total

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[0])

    def get_config(self):
        config = super().get_config()
        config["temperature"] = self.temperature
        return config
