"""De et al., 2024, equations 1 to 4, step by step."""

import numpy as np

from tests.gallery.reference import Case, bools, floats


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def expected(run):
    x = run.inputs
    h = np.zeros((x.shape[0], x.shape[2]))
    y = []
    for t in range(x.shape[1]):
        r, i = sigmoid(x[:, t] @ run["decay_gate"]), sigmoid(x[:, t] @ run["input_gate"])
        # In the paper a = sigmoid(L); log a = -softplus(-L), and -L is what is learned here.
        a = sigmoid(-run["decay"]) ** (run.args.sharpness * r)
        new = a * h + np.sqrt(1 - a**2) * i * x[:, t]
        h = new if run.masks is None else np.where(run.masks[:, t, None], new, h)
        y.append(h)
    y = np.stack(y, axis=1)
    return (y, h) if run.args.return_state else y


CASES = [
    Case(floats(2, 6, 3)),
    Case(floats(2, 5, 3), {"return_state": True, "sharpness": 2.0}),
    Case(floats(3, 5, 2), {"return_state": True}, masks=bools(3, 5)),
]
