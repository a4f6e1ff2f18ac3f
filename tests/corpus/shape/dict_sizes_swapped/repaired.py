import keras


@keras.saving.register_keras_serializable(package="heads")
class BoxHead(keras.layers.Layer):
    """Class logits and box offsets of every anchor."""

    def __init__(self, num_classes=7, **kwargs):
        super().__init__(**kwargs)
        self.num_classes = num_classes
        self.logits = keras.layers.Dense(num_classes, dtype=self.dtype_policy)
        self.boxes = keras.layers.Dense(4, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.logits.build(input_shape)
        self.boxes.build(input_shape)
        super().build(input_shape)

    def call(self, features):
        return {"logits": self.logits(features), "boxes": self.boxes(features)}

    def compute_output_shape(self, input_shape):
        lead = tuple(input_shape[:-1])
        return {"logits": lead + (self.num_classes,), "boxes": lead + (4,)}

    def get_config(self):
        return {**super().get_config(), "num_classes": self.num_classes}
