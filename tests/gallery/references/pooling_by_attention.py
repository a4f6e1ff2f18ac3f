"""Lee et al., 2019, section 3.2: learned seeds attend to the set."""

import numpy as np

from tests.gallery.reference import Case, Result, bools, floats


def expected(run):
    rows = []
    for b, items in enumerate(run.inputs):
        kept = items if run.masks is None else items[run.masks[b]]
        scores = run["queries"] @ (kept @ run["key_kernel"]).T / np.sqrt(items.shape[-1])
        powers = np.exp(scores - scores.max(-1, keepdims=True))
        rows.append(powers / powers.sum(-1, keepdims=True) @ kept @ run["value_kernel"])
    return Result(np.array(rows), (None,))


CASES = [
    Case(floats(2, 5, 4)),
    Case(floats(3, 5, 4), {"seeds": 3}, masks=bools(3, 5)),
]
