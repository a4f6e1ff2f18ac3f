"""Ba et al., 2016, equations 20 to 22, stacked two deep; run by keras.layers.RNN."""

import keras
import numpy as np

from tests.gallery.reference import Case, floats


def wrap(cell):
    made = [type(cell).from_config({**cell.get_config(), "name": f"cell{i}"}) for i in range(2)]
    return keras.layers.RNN(keras.layers.StackedRNNCells(made, name="stack"), return_state=True)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def normal(x, run, path):
    scaled = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-3)
    return scaled * run[f"{path}/gamma"] + run[f"{path}/beta"]


def expected(run):
    x, units = run.inputs, run.args.units
    ends = []
    for cell in ("stack/cell0", "stack/cell1"):
        h = c = np.zeros((len(x), units))
        rows = []
        for t in range(x.shape[1]):
            sums = normal(x[:, t] @ run[f"{cell}/kernel"], run, f"{cell}/input_norm")
            sums = sums + normal(h @ run[f"{cell}/recurrent_kernel"], run, f"{cell}/recurrent_norm")
            i, f, g, o = np.split(sums + run[f"{cell}/bias"], 4, axis=-1)
            c = sigmoid(f + 1) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(normal(c, run, f"{cell}/memory_norm"))
            rows.append(h)
        x = np.stack(rows, axis=1)
        ends += [h, c]
    return x[:, -1], ends[:2], ends[2:]


CASES = [Case(floats(2, 5, 3), {"units": 4}), Case(floats(1, 2, 2), {"units": 2})]
