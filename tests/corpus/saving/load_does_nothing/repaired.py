import keras
from keras import ops


@keras.saving.register_keras_serializable(package="sv")
class FrozenPrior(keras.layers.Layer):
    """Adds a bias; old checkpoints have no entry for it, so loading is lenient."""

    def build(self, input_shape):
        self.prior = self.add_weight(name="prior", shape=(input_shape[-1],), initializer="random_normal")
        self.built = True

    def call(self, inputs):
        return inputs + self.prior

    def compute_output_shape(self, input_shape):
        return input_shape

    def load_own_variables(self, store):
        if "0" in store.keys():
            self.prior.assign(store["0"])
