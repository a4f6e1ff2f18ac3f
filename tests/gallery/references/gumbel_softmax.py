"""Jang et al., 2017, equation 2; straight-through where `hard`."""

import keras
import numpy as np

from tests.gallery.reference import Case, floats


def soft(run):
    generator = keras.random.SeedGenerator(run.args.seed)
    drawn = keras.random.uniform(run.inputs.shape, 1e-6, 1 - 1e-6, seed=generator)
    drawn = keras.ops.convert_to_numpy(drawn).astype("float64")
    powers = np.exp((run.inputs - np.log(-np.log(drawn))) / run.args.temperature)
    return powers / powers.sum(-1, keepdims=True)


def likeliest(x):
    return np.eye(x.shape[-1])[x.argmax(-1)]


def expected(run):
    if not run.training:
        return likeliest(run.inputs)
    return likeliest(soft(run)) if run.args.hard else soft(run)


def surrogate(run, at):
    """A hard sample moves as the soft one does; at inference nothing moves."""
    return soft(run) if run.training else expected(at)


CASES = [
    Case(floats(3, 4)),
    Case(floats(3, 4), {"seed": 1}, training=True),
    Case(floats(2, 3, 4), {"seed": 2, "temperature": 0.5, "hard": True}, training=True),
]
