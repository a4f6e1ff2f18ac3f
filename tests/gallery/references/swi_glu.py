"""Shazeer, 2020, equation 6: (Swish(x W) * x V) W2."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    gate = run.inputs @ run["gate"]
    gate = np.maximum(gate, 0) if run.args.activation == "relu" else gate / (1 + np.exp(-gate))
    return (gate * (run.inputs @ run["up"])) @ run["down"]


CASES = [
    Case(floats(3, 4), {"hidden": 6}),
    Case(floats(2, 3, 4), {"hidden": 1, "activation": "relu"}),
    Case(floats(2, 3, 2, 4), {"hidden": 8}),
]
