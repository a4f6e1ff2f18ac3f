"""The page's own formula: [a kernel + b, mean of b over the last axis]."""

from tests.gallery.reference import Case, floats


def expected(run):
    a, b = run.inputs
    return [a @ run["kernel"] + b, b.mean(axis=-1)]


CASES = [
    Case([floats(3, 4), floats(3, 5)], {"output_dim": 5}),
    Case([floats(1, 2), floats(1, 1)], {"output_dim": 1}),
]
