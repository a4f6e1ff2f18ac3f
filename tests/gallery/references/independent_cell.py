"""Li et al., 2018, equation 2, forwards and backwards; run by Bidirectional(RNN(...))."""

import keras
import numpy as np

from tests.gallery.reference import Case, floats


def wrap(cell):
    cell = type(cell).from_config({**cell.get_config(), "name": "cell"})
    return keras.layers.Bidirectional(keras.layers.RNN(cell, name="rnn"))


def last(run, x, way):
    h = np.zeros((len(x), run.args.units))
    kernel, recurrent, bias = (
        run[f"{way}_rnn/cell/{name}"] for name in ("kernel", "recurrent", "bias")
    )
    for t in range(x.shape[1]):
        h = x[:, t] @ kernel + recurrent * h + bias
        h = np.tanh(h) if run.args.activation == "tanh" else np.maximum(h, 0)
    return h


def expected(run):
    x = run.inputs
    return np.concatenate([last(run, x, "forward"), last(run, x[:, ::-1], "backward")], axis=-1)


CASES = [
    Case(floats(2, 5, 3), {"units": 4}),
    Case(floats(1, 3, 3), {"units": 2, "activation": "tanh"}),
]
