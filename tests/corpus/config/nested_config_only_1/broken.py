import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="ranking")
class TimeDistributedScore(layers.Layer):
    """One score for each step, by a scorer layer shared by all steps."""

    def __init__(self, layer=None, temperature=1.0, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer or layers.Dense(1, dtype=self.dtype_policy)
        self.temperature = temperature
        self.supports_masking = True

    def build(self, input_shape):
        if not self.layer.built:
            self.layer.build(input_shape)
        self.built = True

    def call(self, inputs, mask=None):
        scores = ops.squeeze(self.layer(inputs), axis=-1) / self.temperature
        if mask is not None:
            scores = ops.where(mask, scores, ops.full_like(scores, -1e4))
        return ops.softmax(scores, axis=-1)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1])

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "layer": self.layer.get_config(),
                "temperature": self.temperature,
            }
        )
        return config

    @classmethod
    def from_config(cls, config):
        config = config.copy()
        config["layer"] = keras.saving.deserialize_keras_object(config["layer"])
        return cls(**config)
