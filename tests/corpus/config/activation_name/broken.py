import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="pool")
class AttentivePool(layers.Layer):
    """Pools a sequence by learned scores."""

    def __init__(self, hidden=8, activation="tanh", **kwargs):
        super().__init__(**kwargs)
        self.hidden = hidden
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(input_shape[-1], self.hidden))
        self.u = self.add_weight(name="u", shape=(self.hidden, 1))
        self.built = True

    def call(self, x, mask=None):
        scores = ops.matmul(self.activation(ops.matmul(x, self.w)), self.u)
        if mask is not None:
            scores = ops.where(ops.expand_dims(mask, -1), scores, -1e4)
        a = ops.softmax(scores, axis=1)
        return ops.sum(a * x, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[2])

    def get_config(self):
        return {
            **super().get_config(),
            "hidden": self.hidden,
            "activation": self.activation.__name__,
        }
