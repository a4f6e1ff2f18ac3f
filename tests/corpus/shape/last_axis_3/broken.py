import keras
from keras import initializers, ops


@keras.saving.register_keras_serializable(package="memory")
class ProductKeyLookup(keras.layers.Layer):
    """Soft lookup in a learned memory of keys and values."""

    def __init__(self, num_keys, dim, initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.num_keys = num_keys
        self.dim = dim
        self.initializer = initializers.get(initializer)
        self.supports_masking = True

    def build(self, input_shape):
        shape = (self.num_keys, self.dim)
        self.keys = self.add_weight(
            name="keys",
            shape=(self.num_keys, input_shape[-1]),
            initializer=self.initializer.clone(),
        )
        self.values = self.add_weight(
            name="values", shape=shape, initializer=self.initializer.clone()
        )
        self.built = True

    def call(self, inputs):
        scores = ops.matmul(inputs, ops.transpose(self.keys))
        return ops.matmul(ops.softmax(scores, axis=-1), self.values)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.num_keys)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "num_keys": self.num_keys,
                "dim": self.dim,
                "initializer": initializers.serialize(self.initializer),
            }
        )
        return config
