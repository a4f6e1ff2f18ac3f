import keras
from keras import ops


@keras.saving.register_keras_serializable(package="signals")
class RecurrentSmoother(keras.layers.Layer):
    """Exponential smoothing over time with a learned rate for each feature."""

    def __init__(self, initial_rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.initial_rate = initial_rate
        self.supports_masking = True
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def build(self, input_shape):
        features = input_shape[-1]
        self.rate = self.add_weight(
            name="rate",
            shape=(features,),
            initializer=keras.initializers.Constant(self.initial_rate),
            constraint=keras.constraints.NonNeg(),
        )
        self.input_spec = keras.layers.InputSpec(ndim=3, axes={-1: features})

    def call(self, inputs):
        rate = ops.clip(self.rate, 0.01, 0.99)

        def step(state, x):
            state = state + rate * (x - state)
            return state, state

        by_time = ops.transpose(inputs, (1, 0, 2))
        _, smooth = ops.scan(step, by_time[0], by_time)
        return ops.transpose(smooth, (1, 0, 2))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"initial_rate": self.initial_rate})
        return config
