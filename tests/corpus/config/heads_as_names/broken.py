import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="branch")
class Branches(layers.Layer):
    """Runs several layers side by side and concatenates them."""

    def __init__(self, branches=None, **kwargs):
        super().__init__(**kwargs)
        if branches is None:
            branches = [layers.Dense(4), layers.Dense(4, activation="relu")]
        self.branches = list(branches)

    def build(self, input_shape):
        for b in self.branches:
            if not b.built:
                b.build(input_shape)
        self.built = True

    def call(self, x):
        return ops.concatenate([b(x) for b in self.branches], axis=-1)

    def compute_output_shape(self, input_shape):
        shapes = [b.compute_output_shape(input_shape) for b in self.branches]
        return (*shapes[0][:-1], sum(s[-1] for s in shapes))

    def get_config(self):
        config = super().get_config()
        config["branches"] = None
        return config
