import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="tx")
class FeedForward(layers.Layer):
    def __init__(self, dim_ff=16, dropout=0.0, prenorm=True, **kwargs):
        super().__init__(**kwargs)
        self.dim_ff = dim_ff
        self.prenorm = prenorm
        self.drop = layers.Dropout(dropout, dtype=self.dtype_policy) if dropout > 0.2 else None
        self.norm = layers.LayerNormalization(dtype=self.dtype_policy)
        self.d1 = layers.Dense(dim_ff, activation="relu", dtype=self.dtype_policy)

    def build(self, input_shape):
        self.d2 = layers.Dense(input_shape[-1], dtype=self.dtype_policy)
        self.norm.build(input_shape)
        self.d1.build(input_shape)
        self.d2.build((*input_shape[:-1], self.dim_ff))
        self.built = True

    def call(self, x, training=False):
        h = self.norm(x) if self.prenorm else x
        h = self.d2(self.d1(h))
        if self.drop is not None:
            h = self.drop(h, training=training)
        h = x + h
        return h if self.prenorm else self.norm(h)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["dim_ff"] = self.dim_ff
        config["prenorm"] = self.prenorm
        config["dropout"] = self.drop.rate if self.drop is not None else 0.0
        return config
