"""Lim et al., 2021, equations 2 to 5: LayerNorm(x + GLU(W1 ELU(W2 x + W3 c)))."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x, context = run.inputs if isinstance(run.inputs, tuple) else (run.inputs, None)
    hidden = x @ run["expand/kernel"] + run["expand/bias"]
    if context is not None:
        hidden = hidden + context @ run["add_context/kernel"]
    hidden = np.where(hidden > 0, hidden, np.expm1(hidden))
    hidden = hidden @ run["contract/kernel"] + run["contract/bias"]
    both = hidden @ run["gate/kernel"] + run["gate/bias"]
    size = x.shape[-1]
    summed = x + both[..., :size] / (1 + np.exp(-both[..., size:]))
    centred = summed - summed.mean(-1, keepdims=True)
    normal = centred / np.sqrt(summed.var(-1, keepdims=True) + 1e-3)
    return normal * run["normalization/gamma"] + run["normalization/beta"]


CASES = [
    Case((floats(3, 4), floats(3, 2)), {"units": 5}),
    Case((floats(2, 3, 4), None), {"units": 6}),
    Case((floats(2, 3, 4), floats(2, 3, 5)), {"units": 3, "rate": 0.0}, training=True),
]
