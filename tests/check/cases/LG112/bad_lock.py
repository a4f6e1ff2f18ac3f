"""A lock under the name by which Keras knows whether state may still be added."""

import threading

import keras


@keras.saving.register_keras_serializable(package="cases")
class Guarded(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self._lock = threading.Lock()

    def call(self, inputs):
        with self._lock:
            return inputs * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
