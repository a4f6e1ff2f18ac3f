"""Srivastava et al., 2015, equation 3: T H(x) + (1 - T) x."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = run.inputs
    gate = 1 / (1 + np.exp(-(x @ run["gate_kernel"] + run["gate_offset"])))
    hidden = x @ run["kernel"] + run["bias"]
    hidden = np.tanh(hidden) if run.args.activation == "tanh" else np.maximum(hidden, 0)
    return gate * hidden + (1 - gate) * x


CASES = [
    Case(floats(3, 4)),
    Case(floats(2, 3, 4), {"activation": "tanh"}),
    Case(floats(2, 3, 2, 1), {"gate_bias": -1.0}),
]
