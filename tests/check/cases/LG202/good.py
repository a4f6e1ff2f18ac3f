"""Unknown lengths are read at run time."""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="cases")
class SplitHeads(keras.layers.Layer):
    """Splits (batch, steps, features) into (batch, steps, 2, features // 2), the newest step weighing most."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=3)

    def call(self, inputs):
        shape = ops.shape(inputs)
        steps = ops.cast(ops.arange(shape[1]), inputs.dtype)
        decay = ops.power(ops.cast(0.9, inputs.dtype), ops.flip(steps, axis=0))
        outputs = inputs * decay[None, :, None]
        return ops.reshape(outputs, (shape[0], shape[1], 2, inputs.shape[-1] // 2))
