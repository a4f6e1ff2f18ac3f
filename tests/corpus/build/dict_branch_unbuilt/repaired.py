import keras


@keras.saving.register_keras_serializable(package="inception")
class MiniInception(keras.layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.branches = {
            "one": keras.layers.Conv2D(filters, 1, dtype=self.dtype_policy),
            "three": keras.layers.Conv2D(filters, 3, padding="same", dtype=self.dtype_policy),
            "five": keras.layers.Conv2D(filters, 5, padding="same", dtype=self.dtype_policy),
        }

    def build(self, input_shape):
        for name in ("one", "three", "five"):
            self.branches[name].build(input_shape)
        self.built = True

    def call(self, inputs):
        outputs = [branch(inputs) for _, branch in sorted(self.branches.items())]
        return keras.ops.concatenate(outputs, axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 3 * self.filters)

    def get_config(self):
        config = super().get_config()
        config.update({"filters": self.filters})
        return config
