from keras import layers, ops, saving


@saving.register_keras_serializable("center")
class CenterLossHead(layers.Layer):
    """Running class centre of embeddings, subtracted from the input."""

    def __init__(self, alpha=0.5, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def build(self, input_shape):
        self.scale = self.add_weight(
            name="scale", shape=(input_shape[-1],), initializer="ones"
        )
        self.center = self.add_weight(
            name="moving_center", shape=(input_shape[-1],),
            initializer="zeros", trainable=False,
        )
        self.built = True

    def call(self, inputs, training=False):
        if training and self.trainable:
            mean = ops.mean(inputs, axis=list(range(len(inputs.shape) - 1)))
            mean = ops.cast(mean, self.center.dtype)
            self.center.assign(
                self.center.value + (1 - self.alpha) * (mean - self.center.value)
            )
        center = ops.stop_gradient(ops.cast(self.center, inputs.dtype))
        return (inputs - center) * self.scale

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["alpha"] = self.alpha
        return config
