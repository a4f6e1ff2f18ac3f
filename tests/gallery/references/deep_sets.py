"""Zaheer et al., 2017, equation 4, with the average in place of the sum."""

import numpy as np

from tests.gallery.reference import Case, Result, bools, floats


def expected(run):
    pooled = []
    for b, items in enumerate(run.inputs):
        kept = items if run.masks is None else items[run.masks[b]]
        hidden = np.maximum(kept @ run["encoder"] + run["encoder_bias"], 0)
        pooled.append(hidden.mean(0) if len(hidden) else np.zeros(run.args.hidden))
    return Result(np.array(pooled) @ run["decoder"] + run["decoder_bias"], (None,))


NONE_THERE = np.array([[True, True, False], [False, False, False]])
CASES = [
    Case(floats(2, 5, 3), {"hidden": 4, "units": 2}),
    Case(floats(3, 5, 3), {"hidden": 4, "units": 2}, masks=bools(3, 5)),
    Case(floats(2, 3, 3), {"hidden": 4, "units": 2}, masks=NONE_THERE),
]
