"""Dinh et al., 2017, equations 7 and 8, and the way back; the log-determinant is that of the Jacobian."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    rows, changes = [], []
    kept = run.inputs.shape[-1] // 2
    for x in run.inputs:
        a, b = x[:kept], x[kept:]
        hidden = np.maximum(a @ run["hidden/kernel"] + run["hidden/bias"], 0)
        both = hidden @ run["coefficients/kernel"] + run["coefficients/bias"]
        scale, shift = np.exp(np.tanh(both[: len(b)])), both[len(b) :]
        if run.options.get("inverse"):
            b, jacobian = (b - shift) / scale, np.diag(1 / scale)
        else:
            b, jacobian = b * scale + shift, np.diag(scale)
        rows.append(np.concatenate([a, b]))
        changes.append(np.linalg.slogdet(jacobian)[1])
    return np.array(rows), np.array(changes)


CASES = [
    Case(floats(3, 5), {"units": 6}),
    Case(floats(2, 4), {"units": 3}, options={"inverse": True}),
    Case(floats(1, 2), {"units": 1}),
]
