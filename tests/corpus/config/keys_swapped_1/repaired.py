from keras import initializers
from keras.layers import Layer
from keras.saving import register_keras_serializable


@register_keras_serializable(package="affine")
class ScaleShift(Layer):
    """Multiplies each feature by a learned scale and adds a learned shift."""

    def __init__(
        self,
        scale_initializer="ones",
        shift_initializer="zeros",
        center=True,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.scale_initializer = initializers.get(scale_initializer)
        self.shift_initializer = initializers.get(shift_initializer)
        self.center = center
        self.supports_masking = True

    def build(self, input_shape):
        width = (input_shape[-1],)
        self.scale = self.add_weight(name="scale", shape=width, initializer=self.scale_initializer)
        self.shift = None
        if self.center:
            self.shift = self.add_weight(
                name="shift", shape=width, initializer=self.shift_initializer
            )

    def call(self, inputs):
        outputs = inputs * self.scale
        if self.shift is not None:
            outputs = outputs + self.shift
        return outputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(
            scale_initializer=initializers.serialize(self.scale_initializer),
            shift_initializer=initializers.serialize(self.shift_initializer),
            center=self.center,
        )
        return config
