import keras


@keras.saving.register_keras_serializable(package="head")
class ClassifierHead(keras.layers.Layer):
    def __init__(self, num_classes=10, rate=0.3, **kwargs):
        super().__init__(**kwargs)
        self.num_classes = num_classes
        self.rate = rate
        self.dropout = keras.layers.Dropout(rate, dtype=self.dtype_policy)
        self.dense = keras.layers.Dense(num_classes, dtype=self.dtype_policy)
        self.supports_masking = True

    def build(self, input_shape):
        self.dropout.build(input_shape)
        self.dense.build(input_shape)
        super().build(input_shape)

    def call(self, features, training=False):
        x = self.dropout(features, training=training)
        return self.dense(x)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.num_classes)

    def get_config(self):
        return {**super().get_config(), "num_classes": self.num_classes, "rate": self.rate}
