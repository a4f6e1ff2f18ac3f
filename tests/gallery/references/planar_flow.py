"""Rezende and Mohamed, 2015, equations 10 to 12 and appendix A.1; the determinant from the Jacobian itself."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    w, u = run["normal_vector"], run["direction"]
    inner = w @ u
    u = u + (np.log1p(np.exp(inner)) - 1 - inner) * w / (w @ w + 1e-6)
    rows, changes = [], []
    for z in run.inputs:
        bend = np.tanh(w @ z + run["bias"])
        rows.append(z + u * bend)
        jacobian = np.eye(len(z)) + np.outer(u, (1 - bend**2) * w)
        changes.append(np.log(abs(np.linalg.det(jacobian)) + 1e-6))
    return np.array(rows), np.array(changes)


CASES = [Case(floats(4, 3)), Case(floats(2, 1)), Case(floats(1, 6))]
