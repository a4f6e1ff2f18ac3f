import keras
from keras import ops


@keras.saving.register_keras_serializable(package="pool")
class WeightedMean(keras.layers.Layer):
    """Mean over the second axis, weighted by `sample_weight` if given.

    Call arguments:
        inputs: `(batch, items, features)`.
        sample_weight: Optional `(batch, items)`.
    """

    def call(self, inputs, sample_weight=None):
        if sample_weight is None:
            return ops.mean(inputs, axis=1)
        w = ops.cast(sample_weight, "float32")[..., None]
        total = ops.sum(ops.cast(inputs, "float32") * w, axis=1)
        norm = ops.sum(ops.abs(w), axis=1)
        return total / ops.maximum(norm, 1e-3)

    def compute_output_shape(self, inputs_shape, sample_weight_shape=None):
        return (inputs_shape[0], inputs_shape[2])

    def get_config(self):
        return super().get_config()
