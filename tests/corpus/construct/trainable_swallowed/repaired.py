from keras import layers, ops, saving


@saving.register_keras_serializable(package="lab")
class Codebook(layers.Layer):
    def __init__(self, codes: int = 16, trainable: bool = True, **kwargs):
        super().__init__(trainable=trainable, **kwargs)
        self.codes = codes

    def build(self, input_shape):
        self.table = self.add_weight(
            name="table",
            shape=(self.codes, input_shape[-1]),
            initializer="random_normal",
        )
        self.built = True

    def call(self, x):
        scores = ops.matmul(x, ops.transpose(self.table))
        weights = ops.softmax(scores, axis=-1)
        return ops.matmul(weights, self.table)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["codes"] = self.codes
        return config
