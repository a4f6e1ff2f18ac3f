"""Perez et al., 2018: every feature times 1 + scale(condition), plus shift(condition)."""

from tests.gallery.reference import Case, floats


def expected(run):
    x, condition = run.inputs
    scale = condition @ run["scale/kernel"] + run["scale/bias"]
    shift = condition @ run["shift/kernel"] + run["shift/bias"]
    while scale.ndim < x.ndim:
        scale, shift = scale[:, None], shift[:, None]
    return x * (1 + scale) + shift


CASES = [
    Case((floats(3, 4), floats(3, 5))),
    Case((floats(2, 3, 4), floats(2, 1))),
    Case((floats(2, 3, 2, 4), floats(2, 5))),
]
