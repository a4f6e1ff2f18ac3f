"""Zhou et al., 2016, equations 6 to 8, one step; run over time by keras.layers.RNN."""

import keras
import numpy as np

from tests.gallery.reference import Case, bools, floats


def wrap(cell):
    cell = type(cell).from_config({**cell.get_config(), "name": "cell"})
    return keras.layers.RNN(cell, return_sequences=True)


def expected(run):
    x, units = run.inputs, run.args.units
    h, rows = np.zeros((len(x), units)), []
    for t in range(x.shape[1]):
        both = x[:, t] @ run["cell/kernel"] + run["cell/bias"]
        forget = 1 / (1 + np.exp(-(both[:, :units] + h @ run["cell/recurrent_kernel"])))
        made = np.tanh(both[:, units:] + (forget * h) @ run["cell/candidate_kernel"])
        new = (1 - forget) * h + forget * made
        h = new if run.masks is None else np.where(run.masks[:, t, None], new, h)
        rows.append(h)
    return np.stack(rows, axis=1)


CASES = [
    Case(floats(2, 5, 3), {"units": 4}),
    Case(floats(3, 5, 3), {"units": 2}, masks=bools(3, 5)),
    Case(floats(1, 1, 2), {"units": 1}),
]
