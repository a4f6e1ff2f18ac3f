import keras
from keras import ops


@keras.saving.register_keras_serializable(package="scores")
class ScoredPool(keras.layers.Layer):
    def __init__(self, return_scores=False, **kwargs):
        super().__init__(**kwargs)
        self.return_scores = return_scores

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(input_shape[-1], 1))
        super().build(input_shape)

    def call(self, x):
        scores = ops.softmax(ops.matmul(x, self.w), axis=1)
        pooled = ops.sum(scores * x, axis=1)
        return (pooled, scores) if self.return_scores else pooled

    def compute_output_shape(self, input_shape):
        pooled = (input_shape[0], input_shape[-1])
        return pooled

    def get_config(self):
        return {**super().get_config(), "return_scores": self.return_scores}
