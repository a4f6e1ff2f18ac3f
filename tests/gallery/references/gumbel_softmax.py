"""Jang et al., 2017, equation 2; straight-through where `hard`."""

import keras
import numpy as np

from tests.gallery.reference import Case, floats


def soft(run):
    logits = run.inputs
    if run.training:
        # The numbers that Keras draws for this seed; what is done with them is ours.
        generator = keras.random.SeedGenerator(run.args.seed)
        drawn = keras.random.uniform(logits.shape, 1e-4, 1 - 1e-3, seed=generator)
        logits = logits - np.log(-np.log(keras.ops.convert_to_numpy(drawn).astype("float64")))
    powers = np.exp(logits / run.args.temperature)
    return powers / powers.sum(-1, keepdims=True)


def expected(run):
    y = soft(run)
    return np.eye(y.shape[-1])[y.argmax(-1)] if run.args.hard else y


def surrogate(run, at):
    """A hard sample moves as the soft one does."""
    return soft(run)


CASES = [
    Case(floats(3, 4)),
    Case(floats(3, 4), {"seed": 1}, training=True),
    Case(floats(2, 3, 4), {"seed": 2, "temperature": 0.5, "hard": True}, training=True),
    Case(floats(2, 3, 4), {"hard": True}),
]
