import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pool")
class GeM(keras.layers.Layer):
    """Generalised mean pooling of images (Radenovic et al.)."""

    def __init__(self, p=3.0, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.p = p
        self.epsilon = epsilon
        self.input_spec = keras.layers.InputSpec(ndim=4)

    def build(self, input_shape):
        self.power = self.add_weight(
            name="power", shape=(), initializer=keras.initializers.Constant(
                self.p
            ),
        )
        self.built = True

    def call(self, inputs):
        power = ops.convert_to_tensor(self.power)
        x = ops.power(ops.maximum(inputs, self.epsilon), power)
        return ops.power(ops.mean(x, axis=(1, 2)), 1.0 / power)

    def compute_output_spec(self, inputs):
        return keras.KerasTensor(
            (inputs.shape[0], inputs.shape[-1]),
            dtype=self.variable_dtype,
        )

    def get_config(self):
        return {
            **super().get_config(), "p": self.p, "epsilon": self.epsilon
        }
