"""Hu et al., 2022, section 4.1: x W + alpha / rank * x A B, where W is frozen."""

from tests.gallery.reference import Case, floats


def expected(run):
    change = run["down"] @ run["up"]
    return run.inputs @ (run["kernel"] + run.args.alpha / run.args.rank * change)


CASES = [
    Case(floats(3, 6), {"units": 5}),
    Case(floats(2, 3, 6), {"units": 4, "rank": 2, "alpha": 8.0}),
]
